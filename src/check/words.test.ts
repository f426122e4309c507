import { describe, expect, test } from 'vitest';
import { SCENE_IDS } from '../../mocks/check/scene';
import { SCENE_GUIDANCE } from './guidance/scenes';
import { SCENE_WORDS } from './scene-words';
import { taskWordsOf } from './task-words';

test('every scene has its words and its guidance, in the order of the contract', () => {
	expect(Object.keys(SCENE_WORDS)).toEqual([...SCENE_IDS]);
	expect(Object.keys(SCENE_GUIDANCE)).toEqual([...SCENE_IDS]);
});

describe('a task in words', () => {
	test('has what a person types, with lists and line breaks', () => {
		const task = {
			do: 'report',
			service_name: 'Report minor pothole damage',
			description: 'Deep\nand wide',
			lat: 43.65,
			long: -79.38,
			answers: { 'Which lane?': ['Curb lane', 'Middle lane'], 'How deep?': '10 cm' },
			email: 'ana@example.org'
		} as const;
		expect(
			taskWordsOf({
				...task,
				answers: { ...task.answers, 'Which lane?': ['Curb lane', 'Middle lane'] }
			})
		).toEqual({
			words: 'Send this report with your app, as a person would.',
			details: [
				{ name: 'Service', value: 'Report minor pothole damage' },
				{ name: 'Place', value: '43.65, -79.38' },
				{ name: 'Description', value: 'Deep\nand wide' },
				{ name: 'Which lane?', value: 'Curb lane\nMiddle lane' },
				{ name: 'How deep?', value: '10 cm' },
				{ name: 'E-mail', value: 'ana@example.org' }
			]
		});
	});

	test('has the address where there are no coordinates', () => {
		const { details } = taskWordsOf({
			do: 'report',
			service_name: 'Graffiti on a City sidewalk',
			description: 'x',
			address_string: 'Queen St W & Bay St'
		});
		expect(details[1]).toEqual({ name: 'Address', value: 'Queen St W & Bay St' });
	});

	test('has the window and the filters of a list', () => {
		expect(
			taskWordsOf({
				do: 'list',
				status: 'open',
				from: '2012-03-17T12:00:00-04:00',
				to: '2012-06-15T12:00:00-04:00'
			}).details
		).toEqual([
			{ name: 'Status', value: 'open' },
			{ name: 'From', value: '2012-03-17T12:00:00-04:00' },
			{ name: 'To', value: '2012-06-15T12:00:00-04:00' }
		]);
	});

	test.each([
		[{ do: 'services' } as const, []],
		[{ do: 'follow', token: '9000031' } as const, [{ name: 'Token', value: '9000031' }]],
		[
			{ do: 'show', service_request_id: '101999999999' } as const,
			[{ name: 'Id', value: '101999999999' }]
		]
	])('%j', (task, details) => {
		expect(taskWordsOf(task).details).toEqual(details);
	});
});
