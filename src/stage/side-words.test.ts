import { expect, test } from 'vitest';
import { PREFER } from '../../mocks/api/preferences';
import { explorerWith, listedAt } from '../explorer/fixtures';
import { LessonRun } from '../lessons/lessons.svelte';
import { readLesson } from '../lessons/read-lesson';
import { sideWords } from './side-words';

const step = (title: string, status: number) => ({
	title,
	goal: `Do ${title}.`,
	hint: 'Ask.',
	look: 'See status.',
	lines: ['status'],
	check: { expect: { status } }
});

/** An explorer at which every request is answered with two rows, begun at a time. */
const answering = (startedAt: number) =>
	explorerWith({
		prefer: PREFER,
		send: async (draft, request) => ({ ...listedAt(startedAt), draft, request })
	});

function lessonOf(...steps: object[]) {
	const read = readLesson(
		JSON.stringify({
			title: 'Mine',
			steps,
			closing: { title: 'You are done', learnt: ['To list.'] }
		})
	);
	if ('problems' in read) throw new Error(read.problems.join(' '));
	return read.lesson;
}

test('without a lesson the words are of the method and of what came', async () => {
	const explorer = answering(0);
	expect(sideWords(explorer, null)).toMatchObject({
		place: null,
		name: 'GET Service Requests',
		result: { words: 'No answer yet.', tone: 'waiting' }
	});
	await explorer.send();
	expect(sideWords(explorer, null).result).toEqual({
		words: '200 OK, 2 service requests',
		tone: 'good'
	});
	explorer.setValue('status', 'closed');
	expect(sideWords(explorer, null).result).toEqual({
		words: 'The request was changed. Send it to see what comes.',
		tone: 'waiting'
	});
});

test('in a lesson only its own verdict is said, and its lines are lit once it is met', async () => {
	const explorer = answering(Date.now() + 1_000);
	await explorer.send();
	const run = new LessonRun(explorer);
	expect(sideWords(explorer, run).result.words).toBe('The lesson is loading…');
	run.begin(lessonOf(step('one', 404), step('two', 200)), 'mine.json');
	expect(sideWords(explorer, run)).toMatchObject({
		place: { at: 1, of: 2 },
		name: 'one',
		result: { words: expect.stringMatching(/^Not yet\. 200 OK came/), tone: 'waiting' },
		look: '',
		lit: []
	});
	run.go(1);
	await explorer.send();
	run.look();
	const done = sideWords(explorer, run);
	expect([done.result, done.look, done.lit]).toEqual([
		{ words: 'Done: 200 OK came.', tone: 'good' },
		'See status.',
		['status']
	]);
	explorer.setValue('status', 'closed');
	const stale = sideWords(explorer, run);
	expect([stale.result.words, stale.lit]).toEqual(['Done.', []]);
	run.go(2);
	expect(sideWords(explorer, run)).toMatchObject({
		place: null,
		name: 'You are done',
		result: { words: '1 of 2 steps are done.' }
	});
});
