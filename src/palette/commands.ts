// All that can be done from the palette, built from the state of the page and what it hands in.
import type { Explorer } from '../explorer/explorer.svelte';
import { METHODS } from '../georeport/methods';
import { ANSWER_TABS, REQUEST_TABS, type AnswerTab, type RequestTab } from '../explorer/page-state';
import type { ShortcutName } from '../ui/shortcuts';
import type { ThemeName } from '../ui/theme.svelte';

/** The groups of commands, in the order they are shown. */
export type CommandGroup = 'Actions' | 'Methods' | 'Test cases' | 'Endpoints' | 'Places';

/** Something a person can have done by choosing it. */
export interface Command {
	/** Unique, and the same on every visit. */
	id: string;
	group: CommandGroup;
	words: string;
	/** A second line: what to expect. */
	detail?: string;
	/** Further words that lead here, not shown. */
	keywords?: string;
	shortcut?: ShortcutName;
	run: () => void;
}

/** What the page can do beyond `Explorer`; what is left out has no command. */
export interface PageActions {
	send?: () => void;
	cancel?: () => void;
	copyLink?: () => void;
	copyCurl?: () => void;
	addEndpoint?: () => void;
	/** Turns to the request, where only one pane is seen at a time. */
	showRequest?: () => void;
	/** Turns to the answer, where only one pane is seen at a time. */
	showResponse?: () => void;
	showHistory?: () => void;
	exportHar?: () => void;
	exportHttp?: () => void;
	/** Opens the runner of the test cases. */
	runCases?: () => void;
	openShortcuts?: () => void;
	/** Shows where the mock-up can be asked to do otherwise. */
	bend?: () => void;
	/** Shows the lessons. */
	learn?: () => void;
	/** Begins presenter mode, or ends it. */
	present?: () => void;
	handout?: () => void;
	/** Opens the way from the mock-up to a real app. */
	realApp?: () => void;
	/** Opens what people ask about Open311, the City's mock-up and this one. */
	about?: () => void;
	/** Forgets the reports submitted to the mock-up. */
	reset?: () => void;
	theme?: (name: ThemeName) => void;
}

type Action = Omit<Command, 'group' | 'run'> & { run: (() => void) | undefined };

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

function formatCommands({ endpoint, chooseFormat }: Explorer): Action[] {
	const caveat = { detail: 'Available but, said the City, not fully tested.' };
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

function tabCommands(explorer: Explorer, actions: PageActions): Action[] {
	return [
		...REQUEST_TABS.map((tab) => ({
			id: `request:${tab}`,
			words: REQUEST_WORDS[tab],
			keywords: tab === 'reference' ? 'docs documentation help about' : 'tab view',
			run: () => {
				explorer.requestTab = tab;
				actions.showRequest?.();
			}
		})),
		...ANSWER_TABS.map((tab) => ({
			id: `answer:${tab}`,
			words: ANSWER_WORDS[tab],
			keywords: 'tab view response',
			run: () => {
				explorer.answerTab = tab;
				actions.showResponse?.();
			}
		}))
	];
}

function actionCommands(explorer: Explorer, actions: PageActions): Command[] {
	const { theme } = actions;
	const all: Action[] = [
		{ id: 'send', words: 'Send request', shortcut: 'send', run: actions.send },
		{
			id: 'cancel',
			words: 'Cancel the request under way',
			keywords: 'stop abort',
			shortcut: 'cancel',
			run: explorer.sending ? actions.cancel : undefined
		},
		{
			id: 'copy-link',
			words: 'Copy a link to this page as it is',
			keywords: 'share url permalink',
			run: actions.copyLink
		},
		{
			id: 'copy-curl',
			words: 'Copy the request as curl',
			keywords: 'code command',
			run: actions.copyCurl
		},
		...formatCommands(explorer),
		...tabCommands(explorer, actions),
		{ id: 'history', words: 'Show the history', keywords: 'past', run: actions.showHistory },
		{
			id: 'export-http',
			words: 'Save the request as .http',
			keywords: 'export download file',
			run: actions.exportHttp
		},
		{
			id: 'export-har',
			words: 'Save the exchange as HAR',
			keywords: 'export download file',
			run: actions.exportHar
		},
		{
			id: 'run-cases',
			words: 'Run the test cases',
			keywords: 'suite conformance runner check endpoint',
			run: actions.runCases
		},
		{
			id: 'bend',
			words: 'Bend the mock-up',
			detail: 'Trouble, the clock, rules, your own reports.',
			keywords: 'latency delay fault error time console prefer',
			run: actions.bend
		},
		{
			id: 'learn',
			words: 'Show the lessons',
			keywords: 'workshop tutorial guide steps',
			run: actions.learn
		},
		{
			id: 'present',
			words: 'Begin or end presenter mode',
			keywords: 'projector large zoom workshop',
			shortcut: 'present',
			run: actions.present
		},
		{
			id: 'handout',
			words: 'Print a handout of the last exchange',
			keywords: 'pdf paper qr',
			run: actions.handout
		},
		{
			id: 'real-app',
			words: 'From mock-up to real app',
			keywords: 'key approval city production steps',
			run: actions.realApp
		},
		{
			id: 'about',
			words: 'About this playground',
			detail: 'What Open311 is, what the City’s mock-up was, and where each fact comes from.',
			keywords: 'faq questions answers what is open311 unofficial source',
			run: actions.about
		},
		{
			id: 'add-endpoint',
			words: 'Add a server',
			keywords: 'endpoint base discovery url',
			run: actions.addEndpoint
		},
		...THEME_WORDS.map(([name, words]) => ({
			id: `theme:${name}`,
			words,
			keywords: 'colour color mode',
			run: theme && (() => theme(name))
		})),
		{
			id: 'shortcuts',
			words: 'List the keyboard shortcuts',
			keywords: 'keys help',
			run: actions.openShortcuts
		},
		{
			id: 'reset',
			words: 'Reset the mock-up',
			detail: 'Forgets the reports you submitted; the fixed service requests stay.',
			keywords: 'delete clear submissions',
			run: actions.reset
		}
	];
	return all.flatMap(({ run, ...command }) => (run ? { ...command, group: 'Actions', run } : []));
}

/** Every command of the page as it is now, except places; ids are unique. */
export function commandsOf(explorer: Explorer, actions: PageActions): Command[] {
	return [
		...actionCommands(explorer, actions),
		...METHODS.map(({ name, title, purpose, path }): Command => ({
			id: `method:${name}`,
			group: 'Methods',
			words: `Start ${title}`,
			detail: purpose,
			keywords: path,
			run: () => {
				explorer.chooseMethod(name);
				actions.showRequest?.();
			}
		})),
		...explorer.cases.map((testCase): Command => ({
			id: `case:${testCase.id}`,
			group: 'Test cases',
			words: testCase.title,
			detail: testCase.shows,
			keywords: `${testCase.id} ${testCase.group} ${testCase.section} ${testCase.service ?? ''}`,
			run: () => {
				explorer.openCase(testCase);
				actions.showRequest?.();
			}
		})),
		...explorer.endpoints.map((endpoint): Command => ({
			id: `endpoint:${endpoint.id}`,
			group: 'Endpoints',
			words: `Ask ${endpoint.name}`,
			detail: endpoint.url,
			keywords: 'server',
			run: () => explorer.chooseEndpoint(endpoint)
		}))
	];
}
