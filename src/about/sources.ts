/** Something that a fact about 311 Toronto was read in, or that it is told after. */
export interface Source {
	/** In a word or three, for the line of a fact. */
	name: string;
	/** What it is, as its own title or in our words. */
	words: string;
	/** Where it can still be read; null where it cannot. */
	url: string | null;
}

/** Every source of the About page, by its anchor. */
export const SOURCES = {
	'city-page': {
		name: 'the City’s page',
		words:
			'The City’s page “Information for developers - Open311 API”. The page is gone; an archive kept its opening.',
		url: null
	},
	'second-hand': {
		name: 'second hand',
		words: 'Later answers of the same page, second hand: the archived copy ends before them.',
		url: null
	},
	catalogue: {
		name: 'data catalogue',
		words:
			'The entry “311 - Open311 API Calls for Service Requests” of the Open Data catalogue, in a copy.',
		url: 'https://github.com/CivicTechTO/scrapers-to-data-portal'
	},
	servers: {
		name: 'list of servers',
		words: 'The list of servers of the Open311 wiki.',
		url: 'https://github.com/open311/open311.github.io'
	},
	specification: {
		name: 'specification',
		words: 'GeoReport v2, the specification.',
		url: 'https://wiki.open311.org/GeoReport_v2/'
	},
	answers: {
		name: 'saved answers',
		words:
			'Answers of Toronto’s server, saved in October 2018: the service list and 1,000 requests.',
		url: 'https://github.com/DanielKrofchick/toronto311'
	},
	'app-lists': {
		name: 'a phone app',
		words: 'The list of cities in GeoReporter, an app for phones, of November 2011.',
		url: 'https://github.com/City-of-Bloomington/open311-ios'
	},
	residents: {
		name: 'a residents’ page',
		words: 'A residents’ page that lists SeeClickFix’s categories for Toronto.',
		url: 'https://southeglinton.ca/community-awareness/'
	},
	tutorial: {
		name: 'a tutorial',
		words: 'A tutorial of the University of Toronto on OpenRefine, which used the API.',
		url: null
	},
	'client-2026': {
		name: 'a client of 2026',
		words: 'A client of the same API, written in 2026.',
		url: 'https://github.com/benz16107/311-request'
	},
	playground: {
		name: 'this playground',
		words: 'Ours, in the place of what nobody recorded.',
		url: null
	}
} as const satisfies Readonly<Record<string, Source>>;

/** What a fact calls its source by. */
export type SourceName = keyof typeof SOURCES;
