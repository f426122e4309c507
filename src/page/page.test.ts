import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { PREFER } from '../../mocks/api/preferences';
import { explorerWith, listedAt, springfield } from '../explorer/fixtures';
import type { Send } from '../explorer/sending';
import type { LayoutName } from './layout.svelte';
import { Page } from './page.svelte';

function pageWith(send: Send = async () => listedAt(0), layoutName: LayoutName = 'columns') {
	const explorer = explorerWith({ send, prefer: PREFER });
	const theme = { name: 'system' as const, dark: false, choose: vi.fn() };
	const link = () => ({ url: 'https://a.example/#requests', leftOut: [] });
	const exchangeLink = () => 'https://a.example/#requests';
	const layout = { name: layoutName, isWide: true };
	return { explorer, theme, page: new Page({ explorer, theme, link, exchangeLink, layout }) };
}

/** A sender that answers when it is told to. */
function waiting() {
	let answer = () => {};
	const send: Send = () =>
		new Promise((resolve) => {
			answer = () => resolve(listedAt(0));
		});
	return { send, answer: () => answer() };
}

const SUMMARY = '200 OK, 2 service requests, answered by a server';

describe('the status', () => {
	test('tells of sending, and then of the answer', async () => {
		const { send, answer } = waiting();
		const { page, explorer } = pageWith(send);
		expect(page.status).toBe('Ready');
		const sent = explorer.send();
		expect(page.status).toBe('Sending…');
		answer();
		await sent;
		expect(page.status).toBe(SUMMARY);
	});

	test('says what came of an action until the next answer', async () => {
		const { page, explorer } = pageWith();
		page.say('Done.');
		expect(page.status).toBe('Done.');
		await explorer.send();
		expect(page.status).toBe(SUMMARY);
		page.say('Done again.');
		expect(page.status).toBe('Done again.');
	});

	test('says so when the mock-up cannot be reset', async () => {
		const { page } = pageWith();
		await page.reset();
		expect(page.status).toMatch(/^The mock-up could not be reached, so nothing was reset/);
	});
});

describe('what is to be seen', () => {
	test('sending turns to the answer, unless the map shows it', async () => {
		const { page } = pageWith();
		page.showRequest();
		page.send();
		expect(page.pane).toBe('response');
		page.showPane('map');
		page.send();
		expect(page.pane).toBe('map');
	});

	test('the history is shown in its pane, from wherever one is', () => {
		const { page } = pageWith();
		page.showPane('map');
		page.showHistory();
		expect([page.pane, page.nav, page.hasPanel]).toEqual(['start', 'history', true]);
	});

	test('a lesson is in the navigation until it is left, and comes back to it after a choice', () => {
		const { page, explorer } = pageWith();
		const { step } = explorer;
		page.showLessons();
		expect([page.learning, page.nav, explorer.step]).toEqual([true, 'lessons', step + 1]);
		page.showMethods();
		page.turnToRequest();
		expect(page.nav).toBe('lessons');
		page.leaveLesson();
		expect([page.learning, page.nav]).toEqual([false, 'methods']);
	});

	test('where there is no room beside the page, its steps are shown when asked for', () => {
		const { page } = pageWith(undefined, 'drawer');
		page.showLessons();
		expect([page.learning, page.nav, page.drawer]).toEqual([true, 'methods', false]);
		page.showLessonSteps();
		expect([page.nav, page.drawer]).toEqual(['lessons', true]);
	});

	test('a lesson of the visit before goes on, but not over what a link is to', () => {
		const kept = new Map<string, string>();
		vi.stubGlobal('document', { baseURI: 'https://a.example/' });
		vi.stubGlobal('getComputedStyle', () => ({ fontSize: '16px' }));
		vi.stubGlobal('localStorage', {
			getItem: (name: string) => kept.get(name) ?? null,
			setItem: (name: string, value: string) => kept.set(name, value)
		});
		onTestFinished(() => void vi.unstubAllGlobals());
		const { page } = pageWith();
		page.showLessons();
		const linked = pageWith().page;
		linked.resumeLesson(true);
		expect(linked.learning).toBe(false);
		const next = pageWith().page;
		next.resumeLesson(false);
		expect([next.learning, next.nav]).toEqual([true, 'lessons']);
		next.leaveLesson();
		const last = pageWith().page;
		last.resumeLesson(false);
		expect(last.learning).toBe(false);
	});

	test('the stage shows the request until there is an answer to it, then the answer', async () => {
		const { page, explorer } = pageWith(async (draft, request) => ({
			...listedAt(0),
			draft,
			request
		}));
		page.present();
		expect([page.onStage, explorer.settings.stage]).toEqual([true, 1]);
		page.present();
		expect(page.onStage).toBe(false);
		await explorer.send();
		page.present();
		expect(explorer.settings.stage).toBe(2);
		explorer.setValue('status', 'closed');
		page.present();
		page.present();
		expect(explorer.settings.stage).toBe(1);
	});

	test('on the stage what turns to a part of the page turns to its scene, and the others leave it', () => {
		const { page, explorer } = pageWith();
		page.present();
		page.send();
		expect(explorer.settings.stage).toBe(2);
		page.openPicker();
		expect(explorer.settings.stage).toBe(3);
		page.send();
		expect(explorer.settings.stage).toBe(3);
		page.showHistory();
		expect([page.onStage, page.pane, page.nav]).toEqual([false, 'start', 'history']);
	});

	test('leaving the stage, a phone shows the part that was its scene', () => {
		const { page, explorer } = pageWith(undefined, 'tabs');
		page.present();
		explorer.settings.showStage(3);
		page.present();
		expect([page.onStage, page.pane]).toEqual([false, 'map']);
	});

	test('a handout takes the place of the page', () => {
		const { page } = pageWith();
		page.printLesson();
		expect(page.handout).toBe('lesson');
		page.closeHandout();
		expect(page.handout).toBeNull();
	});
});

describe('the columns', () => {
	test('the answer takes the room of the others until one of them is wanted', () => {
		const { page } = pageWith();
		page.toggleMaximised();
		expect([page.maximised, page.folded]).toEqual([true, { request: true, map: true }]);
		page.showRequest();
		expect([page.maximised, page.folded]).toEqual([false, { request: false, map: false }]);
	});

	test('a folded column stays folded behind a maximised answer', () => {
		const { page } = pageWith();
		page.columns.fold('map');
		page.toggleMaximised();
		page.toggleMaximised();
		expect(page.folded).toEqual({ request: false, map: true });
	});

	test('where there is no room for the map, it lies over the answer until it is put away', () => {
		const { page } = pageWith(undefined, 'drawer');
		expect(page.folded).toEqual({ request: false, map: true });
		page.showPane('map');
		expect([page.folded.map, page.columns.mapOver]).toEqual([true, true]);
		page.columns.fold('map');
		expect(page.columns.mapOver).toBe(false);
	});

	test('a phone folds none', () => {
		const { page } = pageWith(undefined, 'tabs');
		page.columns.fold('map');
		page.toggleMaximised();
		expect(page.folded).toEqual({ request: false, map: false });
	});
});

describe('the dialogs', () => {
	test('one is open at a time', () => {
		const { page } = pageWith();
		page.find();
		expect(page.dialog).toBe('palette');
		page.openShortcuts();
		expect(page.dialog).toBe('shortcuts');
		page.closeDialog();
		expect(page.dialog).toBeNull();
	});

	test('the keys that open the palette close it', () => {
		const { page } = pageWith();
		page.find();
		page.find();
		expect(page.dialog).toBeNull();
	});

	test('the settings of an endpoint are those of one there is, or of a new one', () => {
		const { page } = pageWith();
		page.editEndpoint(springfield);
		expect([page.dialog, page.editedEndpoint]).toEqual(['endpoint', springfield]);
		page.addEndpoint();
		expect(page.editedEndpoint).toBeNull();
	});
});

describe('a shortcut', () => {
	test('does what it is for, and says whether there was anything to do', () => {
		const { send } = waiting();
		const { page, explorer } = pageWith(send);
		expect(page.press('find')).toBe(true);
		expect(page.dialog).toBe('palette');
		expect(page.press('cancel')).toBe(false);
		expect(page.press('send')).toBe(true);
		expect(explorer.sending).toBe(true);
		expect(page.press('cancel')).toBe(true);
		expect(page.press(null)).toBe(false);
	});
});

describe('what is taken away', () => {
	const writeText = vi.fn<(text: string) => Promise<void>>();

	beforeEach(() => {
		writeText.mockReset();
		vi.stubGlobal('navigator', { clipboard: { writeText } });
		return () => vi.unstubAllGlobals();
	});

	test('the link is copied', async () => {
		writeText.mockResolvedValue();
		const { page } = pageWith();
		await page.copyLink();
		expect(writeText).toHaveBeenCalledExactlyOnceWith('https://a.example/#requests');
		expect(page.status).toBe('The link is copied.');
	});

	test('the request is copied as curl', async () => {
		writeText.mockResolvedValue();
		const { page } = pageWith();
		await page.copyCurl();
		expect(writeText.mock.calls[0]?.[0]).toMatch(
			/^curl .*requests\.xml\?jurisdiction_id=toronto\.ca/
		);
		expect(page.status).toBe('The curl command is copied.');
	});

	test('what may not be copied is shown', async () => {
		writeText.mockRejectedValue(new Error('Not allowed.'));
		const { page } = pageWith();
		await page.copyLink();
		expect(page.status).toBe(
			'The browser does not let this page copy. The link is: https://a.example/#requests'
		);
	});
});
