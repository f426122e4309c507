// The way from a first question to an app in production, as 311 Toronto laid it down.
import { CHECK_LINK } from '../check/check-link';
import { inferred, recorded, type Fact, type Here } from './fact';

/** One step of a developer or of the City. */
export interface CityStep {
	title: string;
	/** What happened then, while the City ran the API. */
	city: Fact;
	/** What stands in its place on this page. */
	here: Here;
}

/** The six steps, in the City’s order; their titles are ours. */
export const CITY_STEPS: readonly CityStep[] = [
	{
		title: 'Information',
		city: recorded(
			'city-page',
			'You wrote to open311@toronto.ca, and the City told you about its mock-up.'
		),
		here: {
			here: 'Nobody needs to be asked. Everything about the mock-up is in the reference and in the lessons.',
			link: { href: 'reference.html', words: 'Open the reference' }
		}
	},
	{
		title: 'Develop',
		city: recorded('city-page', 'You developed your app against the mock-up.'),
		here: {
			here: 'Write the client against this mock-up: in the browser, over HTTP with `npm run mock`, or in your own Node tests. Simulate faults to see how the client copes.'
		}
	},
	{
		title: 'Test',
		city: recorded(
			'city-page',
			'You tested your app yourself, until it met all of the City’s Technical and Operational Requirements.'
		),
		here: {
			here: 'Check my app watches what your client sends to this mock-up, and says which checks it passed and why each of them matters. The text of the Requirements is not recorded, so no result can stand in for it. For a server of your own there is `npm run conformance`.',
			link: { href: CHECK_LINK, words: 'Check my app' }
		}
	},
	{
		title: 'Request a key',
		city: recorded(
			'city-page',
			'You asked for a production key in the City’s form, and accepted the Requirements and the Terms of Service there.'
		),
		here: { here: 'No key is asked for and none is given out.' }
	},
	{
		title: 'Supply the app',
		city: inferred(
			'second-hand',
			'You handed the app to the City, which could not have authenticated it otherwise.'
		),
		here: {
			here: 'Take along the report of a run (JUnit XML, JSON or Markdown), links to the test cases, and a handout.'
		}
	},
	{
		title: 'Approval',
		city: recorded(
			'city-page',
			'The City authenticated the app and so approved it for its production API.'
		),
		here: {
			here: 'Nobody here can approve an app, and no result of this page stands for the City’s.'
		}
	}
];
