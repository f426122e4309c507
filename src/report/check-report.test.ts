import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { CheckReport, CheckVerdict } from '../../mocks/check/scene';
import { checkReportOf } from './check-report';

const passed: CheckVerdict = {
	check: 'known-paths',
	level: 'must',
	verdict: 'passed',
	message: 'All 3 calls are methods of GeoReport v2.',
	advice: '',
	calls: [1, 2, 3]
};
const failed: CheckVerdict = {
	check: 'zoned-dates',
	level: 'must',
	verdict: 'failed',
	message: 'Call 3 sent start_date "2012-03-17|<b>\u001B[31m\n\u202E".',
	advice: 'Write the zone: 2012-03-17T12:00:00Z & no blank.',
	calls: [3]
};
const advised: CheckVerdict = {
	...failed,
	check: 'honours-retry-after',
	level: 'should',
	message: 'Call 2 came after 0.4 s.',
	advice: 'Wait 2 s.',
	calls: [2]
};
const missed: CheckVerdict = {
	...passed,
	check: 'reads-records',
	verdict: 'not reached',
	message: 'The client wrote no result.',
	calls: []
};

const REPORT: CheckReport = {
	passed: 2,
	failed: 2,
	notReached: 2,
	scenes: [
		{
			scene: 'busy',
			dialect: 'toronto',
			format: 'xml',
			outcome: 'failed',
			verdicts: [passed, failed, advised, missed]
		},
		{
			scene: 'services',
			dialect: 'standard',
			format: 'json',
			outcome: 'not reached',
			verdicts: [passed, missed]
		}
	]
};

test('the text has each scene, what failed and was missed, the sums, and whose word it is not', () => {
	expect(checkReportOf(REPORT, 'text', 2)).toBe(`Client check of the Toronto Open311 Playground

busy (toronto, xml): failed
  failed (must) zoned-dates: Call 3 sent start_date "2012-03-17|<b>\\u{1B}[31m \\u{202E}".
    Instead: Write the zone: 2012-03-17T12:00:00Z & no blank.
  failed (should) honours-retry-after: Call 2 came after 0.4 s.
    Instead: Wait 2 s.
  not reached (must) reads-records: The client wrote no result.
services (standard, json): not reached
  not reached (must) reads-records: The client wrote no result.

Scenes: 0 passed, 1 failed, 1 not reached.
Checks: 2 passed, 2 failed, 2 not reached.
2 must checks were not asked, because the client wrote no result.
Unofficial. This is not the City of Toronto’s approval, and no result of it stands for one.
`);
});

test('the text counts one check that was not asked as one, and is silent where all were asked', () => {
	expect(checkReportOf(REPORT, 'text', 1)).toContain('\n1 must check was not asked, because ');
	expect(checkReportOf(REPORT, 'text', 0)).not.toContain('not asked');
});

test('the JSON is the report and nothing else', () => {
	expect(checkReportOf({ ...REPORT, scenes: [] }, 'json', 2)).toBe(
		'{\n  "passed": 2,\n  "failed": 2,\n  "notReached": 2,\n  "scenes": []\n}\n'
	);
	expect(JSON.parse(checkReportOf(REPORT, 'json', 2))).toEqual(REPORT);
});

test('JUnit fails for a must alone, and for a scene whose own check was not reached', () => {
	const junit = checkReportOf(REPORT, 'junit', 2);
	expect(XMLValidator.validate(junit)).toBe(true);
	expect(junit).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Client check of the Toronto Open311 Playground. Unofficial. This is not the City of Toronto’s approval, and no result of it stands for one." tests="7" failures="2" errors="0" skipped="2">
  <testsuite name="busy (toronto, xml)" tests="4" failures="1" errors="0" skipped="1">
    <testcase classname="busy (toronto, xml)" name="known-paths (must)"/>
    <testcase classname="busy (toronto, xml)" name="zoned-dates (must)">
      <failure message="Call 3 sent start_date &quot;2012-03-17|&lt;b&gt;\uFFFD[31m&#10;\u202E&quot;.">Call 3 sent start_date &quot;2012-03-17|&lt;b&gt;\uFFFD[31m&#10;\u202E&quot;.&#10;Instead: Write the zone: 2012-03-17T12:00:00Z &amp; no blank.</failure>
    </testcase>
    <testcase classname="busy (toronto, xml)" name="honours-retry-after (should)">
      <system-out>Failed: Call 2 came after 0.4 s. Instead: Wait 2 s.</system-out>
    </testcase>
    <testcase classname="busy (toronto, xml)" name="reads-records (must)">
      <skipped message="The client wrote no result."/>
    </testcase>
  </testsuite>
  <testsuite name="services (standard, json)" tests="3" failures="1" errors="0" skipped="1">
    <testcase classname="services (standard, json)" name="reached (must)">
      <failure message="The client never did what a must check of this scene is about.">The client never did what a must check of this scene is about.</failure>
    </testcase>
    <testcase classname="services (standard, json)" name="known-paths (must)"/>
    <testcase classname="services (standard, json)" name="reads-records (must)">
      <skipped message="The client wrote no result."/>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('Markdown has a table of scenes and one of what failed, which no message can break', () => {
	expect(checkReportOf(REPORT, 'markdown', 2))
		.toBe(`# Client check of the Toronto Open311 Playground

Unofficial. This is not the City of Toronto’s approval, and no result of it stands for one.

- Scenes: 0 passed, 1 failed, 1 not reached.
- Checks: 2 passed, 2 failed, 2 not reached.
- 2 must checks were not asked, because the client wrote no result.

## Scenes

| outcome | scene | dialect | format | failed | not reached |
| --- | --- | --- | --- | --- | --- |
| failed | busy | toronto | xml | zoned-dates (must), honours-retry-after (should) | reads-records |
| not reached | services | standard | json |  | reads-records |

## What failed

| scene | level | check | seen | instead | calls |
| --- | --- | --- | --- | --- | --- |
| busy | must | zoned-dates | Call 3 sent start\\_date "2012-03-17\\|\\<b\\>\\\\u{1B}\\[31m \\\\u{202E}". | Write the zone: 2012-03-17T12:00:00Z \\& no blank. | 3 |
| busy | should | honours-retry-after | Call 2 came after 0.4 s. | Wait 2 s. | 2 |
`);
});
