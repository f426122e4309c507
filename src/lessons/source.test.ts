import { expect, test } from 'vitest';
import { isLessonLinked, lessonQuery, lessonUrl, linkedLesson } from './source';

test.each([
	['', false, 'lessons.json'],
	['?embed', false, 'lessons.json'],
	['?lessons', true, 'lessons.json'],
	['?lessons=', true, 'lessons.json'],
	['?lessons=mine.json', true, 'mine.json'],
	['?a=b&lessons=sub%2Fmine.json', true, 'sub/mine.json']
])('the address %s opens a lesson: %s, %s', (query, isLinked, source) => {
	expect([isLessonLinked(query), linkedLesson(query)]).toEqual([isLinked, source]);
});

test.each(['lessons.json', 'sub/a b.json', 'a&b.json'])('a link to %s opens it', (source) => {
	expect(linkedLesson(lessonQuery(source))).toBe(source);
});

test.each([
	['mine.json', 'https://a.example/play/mine.json'],
	['../mine.json', 'https://a.example/mine.json'],
	['https://a.example/mine.json', 'https://a.example/mine.json'],
	['https://evil.example/mine.json', null],
	['//evil.example/mine.json', null],
	['javascript:alert(1)', null],
	['data:application/json,{}', null],
	['http://[', null]
])('%s is read from %s', (source, url) => {
	expect(lessonUrl(source, 'https://a.example/play/')?.href ?? null).toBe(url);
});
