// The commands that act on the page as it is, in the order they are shown.
import type { Explorer } from '../explorer/explorer.svelte';
import { ANSWER_TABS, REQUEST_TABS, type AnswerTab, type RequestTab } from '../explorer/page-state';
import type { ThemeName } from '../ui/theme.svelte';
import type { Command } from './command';
import type { PageActions } from './page-actions';

type Action = Omit<Command, 'group'>;

const REQUEST_WORDS: Record<RequestTab, string> = {
	form: 'Show the request as a form',
	code: 'Show the request as code',
	http: 'Show the request as HTTP',
	reference: 'Show the reference of this method'
};

const ANSWER_WORDS: Record<AnswerTab, string> = {
	pretty: 'Show the answer pretty',
	raw: 'Show the answer raw',
	tree: 'Show the answer as a tree',
	table: 'Show the answer as a table',
	both: 'Show the answer as XML and JSON, side by side',
	headers: 'Show the headers of the answer'
};

const THEME_WORDS: readonly [ThemeName, string][] = [
	['light', 'Use the light theme'],
	['dark', 'Use the dark theme'],
	['system', 'Use the theme of this device']
];

const sendCommands = ({ sending }: Explorer, { send, cancel }: PageActions): Action[] => [
	{ id: 'send', words: 'Send request', shortcut: 'send', run: send },
	...(sending
		? [
				{
					id: 'cancel',
					words: 'Cancel the request under way',
					keywords: 'stop abort',
					shortcut: 'cancel' as const,
					run: cancel
				}
			]
		: [])
];

const copyCommands = ({ copyLink, copyCurl }: PageActions): Action[] => [
	{
		id: 'copy-link',
		words: 'Copy a link to this page as it is',
		keywords: 'share url permalink',
		run: copyLink
	},
	{ id: 'copy-curl', words: 'Copy the request as curl', keywords: 'code command', run: copyCurl }
];

function formatCommands({ endpoint, chooseFormat }: Explorer): Action[] {
	const caveat = { detail: 'The City called its JSON “available but not fully tested”.' };
	return [
		{ id: 'format:xml', words: 'Ask for XML', keywords: 'format', run: () => chooseFormat('xml') },
		{
			id: 'format:json',
			words: 'Ask for JSON',
			keywords: 'format',
			...(endpoint.dialect === 'toronto' ? caveat : {}),
			run: () => chooseFormat('json')
		}
	];
}

const tabCommands = ({ settings }: Explorer, actions: PageActions): Action[] => [
	...REQUEST_TABS.map((tab) => ({
		id: `request:${tab}`,
		words: REQUEST_WORDS[tab],
		keywords: tab === 'reference' ? 'docs documentation help about' : 'tab view',
		run: () => {
			if (tab === 'reference') return actions.showReference();
			settings.showRequestAs(tab);
			actions.showRequest();
		}
	})),
	...ANSWER_TABS.map((tab) => ({
		id: `answer:${tab}`,
		words: ANSWER_WORDS[tab],
		keywords: 'tab view response',
		run: () => {
			settings.showAnswerAs(tab);
			actions.showResponse();
		}
	}))
];

/** An exchange can be saved once there is one. */
const exportCommands = ({ view }: Explorer, { exportHttp, exportHar }: PageActions): Action[] => [
	{
		id: 'export-http',
		words: 'Save the request as .http',
		keywords: 'export download file',
		run: exportHttp
	},
	...(view
		? [
				{
					id: 'export-har',
					words: 'Save the exchange as HAR',
					keywords: 'export download file',
					run: exportHar
				}
			]
		: [])
];

const pageCommands = (actions: PageActions): Action[] => [
	{
		id: 'run-cases',
		words: 'Run the test cases',
		keywords: 'suite conformance runner check endpoint',
		run: actions.runCases
	},
	{
		id: 'bend',
		words: 'Mock-up controls',
		detail: 'Simulated faults, the clock, rules, your own reports.',
		keywords: 'latency delay fault error time console prefer',
		run: actions.showMockUp
	},
	{
		id: 'learn',
		words: 'Show the lessons',
		keywords: 'workshop tutorial guide steps',
		run: actions.showLessons
	},
	{
		id: 'present',
		words: 'Stage',
		detail: 'Readable from the last row.',
		keywords: 'projector large zoom workshop present qr code begin leave',
		shortcut: 'present',
		run: actions.present
	},
	{
		id: 'handout',
		words: 'Print a handout of the last exchange',
		keywords: 'pdf paper qr',
		run: actions.printExchange
	},
	{
		id: 'check-app',
		words: 'Check my app',
		detail: 'Watches your client’s calls, says what is wrong.',
		keywords: 'client test grade verdicts requirements phone qr',
		run: actions.showCheck
	},
	{
		id: 'real-app',
		words: 'From mock-up to production',
		keywords: 'key approval city real app steps',
		run: actions.showProduction
	},
	{
		id: 'introduction',
		words: 'Show the introduction',
		keywords: 'start help welcome tasks',
		run: actions.showIntro
	},
	{
		id: 'maximise',
		words: 'Maximise the answer, or restore the columns',
		keywords: 'maximise full screen wide fold columns',
		run: actions.toggleMaximised
	},
	{
		id: 'export',
		words: 'Export',
		detail: 'CSV, GeoJSON, HAR, .http',
		keywords: 'save download file',
		run: actions.showExport
	},
	{
		id: 'embed',
		words: 'Embed this request in your own page',
		keywords: 'iframe html',
		run: actions.showEmbed
	},
	{
		id: 'about',
		words: 'About this playground',
		detail: 'What Open311 is, what the City’s mock-up was, and where each fact comes from.',
		keywords: 'faq questions answers what is open311 unofficial source',
		run: actions.showAbout
	},
	{
		id: 'add-endpoint',
		words: 'Add a server',
		keywords: 'endpoint base discovery url',
		run: actions.addEndpoint
	}
];

const themeCommands = ({ chooseTheme }: PageActions): Action[] =>
	THEME_WORDS.map(([name, words]) => ({
		id: `theme:${name}`,
		words,
		keywords: 'colour color mode',
		run: () => chooseTheme(name)
	}));

/** Everything that can be done with the page as it is now; ids are unique. */
export function actionCommands(explorer: Explorer, actions: PageActions): Command[] {
	const all: Action[] = [
		...sendCommands(explorer, actions),
		...copyCommands(actions),
		...formatCommands(explorer),
		...tabCommands(explorer, actions),
		{ id: 'history', words: 'Show the history', keywords: 'past', run: actions.showHistory },
		...exportCommands(explorer, actions),
		...pageCommands(actions),
		...themeCommands(actions),
		{
			id: 'shortcuts',
			words: 'List the keyboard shortcuts',
			keywords: 'keys help',
			run: actions.openShortcuts
		},
		{
			id: 'reset',
			words: 'Reset the mock-up',
			detail: 'Deletes your reports; the fixed service requests stay.',
			keywords: 'delete clear submissions',
			run: actions.reset
		}
	];
	return all.map((action) => ({ ...action, group: 'Actions' }));
}
