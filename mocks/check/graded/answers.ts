// What the checks of the answers to a definition say of literal calls.
import { errorsXml, get, post, byCalls, J, type GradedCase } from './call';

const answers = (...pairs: [name: string, value: string][]) =>
	post(new URLSearchParams(pairs.map(([name, value]) => [`attribute${name}`, value])).toString());

const LOC: [string, string] = ['[POTLOC]', 'BIKE'];
const SIZE: [string, string] = ['[POTSIZE]', 'YES'];
const RISK: [string, string][] = [
	['[POTRISK][]', 'WALK'],
	['[POTRISK][]', 'CYCLE']
];

const QUESTION_CASES = [
	byCalls(
		'report-questions',
		'definition-first',
		'not reached',
		'there is no report',
		'No report came'
	),
	byCalls(
		'report-questions',
		'definition-first',
		'not reached',
		'the definition was refused',
		'was refused',
		get('services/CSROWR-12.xml', { status: 400, says: errorsXml([400, 'No.']) }),
		post(J)
	),
	byCalls(
		'report-questions',
		'definition-first',
		'not reached',
		'its path is no method: known-paths fails',
		'Call 1 for the definition is no method',
		get('services.xml/CSROWR-12', { status: 404 }),
		post(J)
	),
	byCalls(
		'report-questions',
		'definition-first',
		'passed',
		'it was read before',
		'Call 1 read the definition of CSROWR-12',
		get('services/CSROWR-12.xml'),
		post(J)
	),
	byCalls(
		'report-questions',
		'definition-first',
		'failed',
		'it was read after',
		'Call 1 sent the first report before',
		post(J),
		get('services/CSROWR-12.xml'),
		post(J)
	),
	byCalls(
		'report-questions',
		'definition-first',
		'failed',
		'that of another service was read',
		'before the definition of CSROWR-12',
		get('services/CSROWC-05.xml'),
		post(J)
	),

	byCalls(
		'report-questions',
		'required-answered',
		'not reached',
		'there is no report',
		'No report'
	),
	byCalls(
		'report-questions',
		'required-answered',
		'passed',
		'both are answered',
		'was answered',
		answers(LOC, SIZE)
	),
	byCalls(
		'report-questions',
		'required-answered',
		'passed',
		'a label is sent: keys-not-names fails alone',
		'was answered',
		answers(['[POTLOC]', 'Bike lane'], SIZE)
	),
	byCalls(
		'report-questions',
		'required-answered',
		'failed',
		'one is missing',
		'call 1 has no attribute[POTSIZE], which is required.',
		answers(LOC)
	),
	byCalls(
		'report-questions',
		'required-answered',
		'failed',
		'the second report lacks one that is empty',
		'call 2 has no attribute[POTLOC]',
		answers(LOC, SIZE),
		answers(['[POTLOC]', ''], SIZE)
	),

	...['required-answered', 'several-values'].map((check) =>
		byCalls(
			'report-questions',
			check,
			'not reached',
			'the definition was not read: definition-first fails alone',
			'knows the questions',
			post(J, { status: 400 })
		)
	),
	byCalls(
		'report-questions',
		'required-answered',
		'failed',
		'the definition was read and nothing is answered',
		'no attribute[POTLOC] and no attribute[POTSIZE], which are required',
		get('services/CSROWR-12.xml'),
		post(J, { status: 400 })
	),

	byCalls('report-questions', 'keys-not-names', 'not reached', 'there is no report', 'No report'),
	byCalls(
		'report-questions',
		'keys-not-names',
		'not reached',
		'no list is answered',
		'No question with a list',
		answers(['[POTSEEN]', '2012-06-14T17:45:00-04:00'])
	),
	byCalls(
		'report-questions',
		'keys-not-names',
		'passed',
		'all are keys',
		'is a key',
		answers(LOC, SIZE, ...RISK)
	),
	byCalls(
		'report-questions',
		'keys-not-names',
		'passed',
		'several are in one value: several-values fails alone',
		'is a key',
		answers(LOC, SIZE, ['[POTRISK]', 'WALK,CYCLE'])
	),
	byCalls(
		'report-questions',
		'keys-not-names',
		'failed',
		'a label is sent',
		"Call 1 sent attribute[POTLOC]='Bike lane'; the key of 'Bike lane' is BIKE.",
		answers(['[POTLOC]', 'Bike lane'], SIZE)
	),
	byCalls(
		'report-questions',
		'keys-not-names',
		'failed',
		'one of several is a label',
		"attribute[POTRISK]='People cycling'",
		answers(LOC, SIZE, ['[POTRISK]', 'WALK'], ['[POTRISK]', 'People cycling'])
	),
	byCalls(
		'report-questions',
		'keys-not-names',
		'failed',
		'the key is that of another value',
		"attribute[POTLOC]='CURB'",
		answers(['[POTLOC]', 'CURB'], SIZE)
	),
	byCalls(
		'report-questions',
		'keys-not-names',
		'failed',
		'the question stands for its code',
		'the code of the question is POTLOC',
		answers(['[Where on the road is it?]', 'BIKE'], SIZE)
	),
	byCalls(
		'report-questions',
		'required-answered',
		'passed',
		'the question stands for its code: keys-not-names fails alone',
		'was answered',
		answers(['[Where on the road is it?]', 'BIKE'], SIZE)
	),

	byCalls('report-questions', 'several-values', 'not reached', 'there is no report', 'No report'),
	...(
		[
			['[]', '[]'],
			['', ''],
			['[0]', '[1]'],
			['', '[]']
		] as const
	).map(([first, second]) =>
		byCalls(
			'report-questions',
			'several-values',
			'passed',
			`they are byCalls as [POTRISK]${first} and [POTRISK]${second}`,
			'arrived',
			answers([`[POTRISK]${first}`, 'CYCLE'], [`[POTRISK]${second}`, 'WALK'])
		)
	),
	byCalls(
		'report-questions',
		'several-values',
		'passed',
		'they are labels: keys-not-names fails alone',
		'arrived',
		answers(['[POTRISK][]', 'People walking'], ['[POTRISK][]', 'People cycling'])
	),
	byCalls(
		'report-questions',
		'several-values',
		'failed',
		'only the last arrived',
		"Call 1 sent 'CYCLE' as attribute[POTRISK]; the task gives CYCLE and WALK.",
		answers(LOC, SIZE, ['[POTRISK]', 'CYCLE'])
	),
	byCalls(
		'report-questions',
		'several-values',
		'failed',
		'they are in one value',
		"'WALK,CYCLE'",
		answers(LOC, SIZE, ['[POTRISK]', 'WALK,CYCLE'])
	),
	byCalls(
		'report-questions',
		'several-values',
		'failed',
		'none arrived',
		'call 1 has no attribute[POTRISK]',
		answers(LOC, SIZE)
	)
];

/** The graded cases of these checks, for each of the three verdicts. */
export const ANSWER_CASES: readonly GradedCase[] = [...QUESTION_CASES];
