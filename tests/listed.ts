import { REQUESTS } from '../mocks/data/requests';

/** Noon on 15 June 2012, the time of the mock-up's clock, and 90 days before. */
const [FROM, NOW] = [
	Date.parse('2012-03-17T12:00:00-04:00'),
	Date.parse('2012-06-15T12:00:00-04:00')
];

/** How many service requests a search without arguments lists before anything is reported. */
export const LISTED = REQUESTS.filter(({ requested, assigned }) => {
	const at = Date.parse(requested);
	return at >= FROM && at <= NOW && assigned === undefined;
}).length;
