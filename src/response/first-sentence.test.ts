import { expect, test } from 'vitest';
import { firstSentence } from './first-sentence';

test.each([
	['No answer within 30 seconds. Send again.', 'No answer within 30 seconds.'],
	[
		'127.0.0.1:9 could not be reached (Failed to fetch. Try again). It may be switched off.',
		'127.0.0.1:9 could not be reached (Failed to fetch. Try again).'
	],
	[
		'Start it by npm run mock -- --port 3110. Then send.',
		'Start it by npm run mock -- --port 3110.'
	],
	['All is one. ', 'All is one.'],
	['No end', 'No end'],
	['Never (closed. But it ends.', 'Never (closed.'],
	['', '']
])('%s', (text, first) => {
	expect(firstSentence(text)).toBe(first);
});
