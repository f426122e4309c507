// All that can be done from the palette, built from the state of the page and what it hands in.
import { emptyDraft } from '../explorer/draft-edits';
import type { Explorer } from '../explorer/explorer.svelte';
import { METHODS, type MethodName } from '../georeport/methods';
import { PURPOSES } from '../georeport/purposes';
import { actionCommands } from './action-commands';
import type { Command } from './command';
import type { PageActions } from './page-actions';

/** The method that is shown already begins anew; of another, the draft that was left there returns. */
function startMethod(explorer: Explorer, name: MethodName) {
	const { draft, endpoint } = explorer;
	if (name !== draft.method) explorer.chooseMethod(name);
	else explorer.takeOver(emptyDraft(name, draft.format, endpoint.jurisdiction), null);
}

const methodCommands = (explorer: Explorer, { showRequest }: PageActions): Command[] =>
	METHODS.map(({ name, title, path }) => ({
		id: `method:${name}`,
		group: 'Methods',
		words: `Start ${title}`,
		detail: PURPOSES[name],
		keywords: path,
		run: () => {
			startMethod(explorer, name);
			showRequest();
		}
	}));

const caseCommands = (explorer: Explorer, { showRequest }: PageActions): Command[] =>
	explorer.cases.map((testCase) => ({
		id: `case:${testCase.id}`,
		group: 'Test cases',
		words: testCase.title,
		detail: testCase.shows,
		keywords: `${testCase.id} ${testCase.group} ${testCase.section} ${testCase.service ?? ''}`,
		run: () => {
			explorer.openCase(testCase);
			showRequest();
		}
	}));

const endpointCommands = (explorer: Explorer): Command[] =>
	explorer.endpoints.map((endpoint) => ({
		id: `endpoint:${endpoint.id}`,
		group: 'Endpoints',
		words: `Ask ${endpoint.name}`,
		detail: endpoint.url,
		keywords: 'server',
		run: () => explorer.chooseEndpoint(endpoint)
	}));

/** Every command of the page as it is now, except places; ids are unique. */
export const commandsOf = (explorer: Explorer, actions: PageActions): Command[] => [
	...actionCommands(explorer, actions),
	...methodCommands(explorer, actions),
	...caseCommands(explorer, actions),
	...endpointCommands(explorer)
];
