/** What the test cases that report to one service have in common. */
export interface Ladder {
	/** The digit in the seeded tokens 90000n1 and 90000n9. */
	digit: number;
	code: string;
	/** The service in a few words, for titles. */
	what: string;
	/** The test location of the reports. */
	place: string;
	/** The test location of a seeded open request; a report there is its duplicate. */
	taken: string;
	/** Answers to the required questions of the definition. */
	attributes: Readonly<Record<string, string>>;
	/** Whether the standard dialect answers with an id at once. */
	realtime: boolean;
}

const GRAFFITI = (surface: string) => ({
	'attribute[SURFACE]': surface,
	'attribute[HATE]': 'NO'
});

/** The six services; each has the same sequence of reports. */
export const LADDERS: readonly Ladder[] = [
	{
		digit: 1,
		code: 'CSROWR-12',
		what: 'a pothole',
		place: 'P6',
		taken: 'P1',
		attributes: { 'attribute[POTLOC]': 'CURB', 'attribute[POTSIZE]': 'YES' },
		realtime: true
	},
	{
		digit: 2,
		code: '30102',
		what: 'graffiti on private property',
		place: 'G5',
		taken: 'G1',
		attributes: { 'attribute[PRIVTYPE]': 'BUSINESS', 'attribute[HATE]': 'NO' },
		realtime: false
	},
	{
		digit: 3,
		code: 'CSROWC-05',
		what: 'graffiti on a road',
		place: 'R4',
		taken: 'R1',
		attributes: GRAFFITI('PAVEMENT'),
		realtime: false
	},
	{
		digit: 4,
		code: 'CSROSC-14',
		what: 'graffiti on a sidewalk',
		place: 'S3',
		taken: 'S1',
		attributes: GRAFFITI('CONCRETE'),
		realtime: false
	},
	{
		digit: 5,
		code: 'CSROWBM-03',
		what: 'graffiti on a bridge',
		place: 'B4',
		taken: 'B1',
		attributes: GRAFFITI('RAILING'),
		realtime: false
	},
	{
		digit: 6,
		code: 'SWLMALB-02',
		what: 'graffiti on a litter bin',
		place: 'L3',
		taken: 'L2',
		attributes: {},
		realtime: true
	}
];

/** The reporter, an invented person. */
export const REPORTER = {
	first_name: 'Ada',
	last_name: 'Example',
	email: 'ada@example.org',
	phone: '416-555-0100'
};
