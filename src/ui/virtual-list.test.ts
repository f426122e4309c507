import { expect, test } from 'vitest';
import { follower, scrollTo, windowOf } from './virtual-list';

test('a short list is rendered whole', () => {
	expect(windowOf(0, 0, 300, 30)).toEqual({ from: 0, to: 0 });
	expect(windowOf(200, 900, 300, 30)).toEqual({ from: 0, to: 200 });
});

test('a long list renders the rows in view and twelve on either side', () => {
	expect(windowOf(10_000, 0, 300, 30)).toEqual({ from: 0, to: 22 });
	expect(windowOf(10_000, 3000, 300, 30)).toEqual({ from: 88, to: 122 });
	expect(windowOf(10_000, 299_700, 300, 30)).toEqual({ from: 9978, to: 10_000 });
	// Scrolled past the end, after the list has become shorter.
	expect(windowOf(201, 299_700, 300, 30)).toEqual({ from: 200, to: 201 });
});

test('a row in view does not scroll; another scrolls just into view', () => {
	const view = { scrollTop: 300, clientHeight: 300 };
	expect(scrollTo(10, 30, view)).toBeNull();
	expect(scrollTo(19, 30, view)).toBeNull();
	expect(scrollTo(5, 30, view)).toBe(150);
	expect(scrollTo(20, 30, view)).toBe(330);
	expect(scrollTo(19, 30, view, 32)).toBe(332);
});

test('the selected row stays in view when the list shrinks, until the user scrolls away', () => {
	const view = { scrollTop: 0, clientHeight: 300 };
	const follow = follower(30);
	follow(20, view);
	expect(view.scrollTop).toBe(330);
	view.clientHeight = 90;
	follow(20, view);
	expect(view.scrollTop).toBe(540);
	view.scrollTop = 0;
	view.clientHeight = 60;
	follow(20, view);
	expect(view.scrollTop).toBe(0);
	// Selecting another row, or the same one again, scrolls it into view again.
	follow(21, view);
	expect(view.scrollTop).toBe(600);
	view.scrollTop = 0;
	follow(-1, view);
	follow(21, view);
	expect(view.scrollTop).toBe(600);
});

test('a list without a height scrolls once it has one', () => {
	let [wanted, room] = [0, 0];
	const view = {
		clientHeight: 400,
		get scrollTop() {
			return wanted;
		},
		set scrollTop(top) {
			wanted = Math.min(top, room);
		}
	};
	const follow = follower(30);
	follow(20, view);
	expect(view.scrollTop).toBe(0);
	room = 1_000;
	view.clientHeight = 300;
	follow(20, view);
	expect(view.scrollTop).toBe(330);
});
