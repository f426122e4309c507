import type { TestCase } from '../../src/cases/expectation';

/**
 * The test cases to begin with, in the order to meet them: from the services to what is refused. Each
 * by its id, under a title short enough for a list beside the methods.
 */
export const START_HERE: readonly Readonly<Pick<TestCase, 'id' | 'title'>>[] = [
	{ id: 'services', title: 'The six services' },
	{ id: 'definition-csrowr-12', title: 'What a pothole report asks' },
	{ id: 'requests-open-potholes', title: 'Open potholes' },
	{ id: 'requests-graffiti', title: 'Five kinds of graffiti' },
	{ id: 'report-full-csrowr-12', title: 'Report a pothole' },
	// Of a service that is batch in both dialects, so that both have the token.
	{ id: 'token-pending-csrowc-05', title: 'A token still pending' },
	{ id: 'wrong-no-location', title: 'Refused: no location' },
	{ id: 'request-not-found', title: 'Refused: an id nobody has' }
];
