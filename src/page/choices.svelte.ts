import type { Explorer } from '../explorer/explorer.svelte';
import { ANSWER_TABS, type AnswerTab } from '../explorer/page-state';
import type { Format } from '../georeport/types';
import { recall, remember } from '../ui/local-storage';

/** How a person looks at answers, and in which format they come. */
interface Choices {
	view: AnswerTab;
	format: Format;
}

const isChoices = (value: unknown): value is Choices =>
	typeof value === 'object' &&
	value !== null &&
	'view' in value &&
	'format' in value &&
	ANSWER_TABS.some((tab) => tab === value.view) &&
	(value.format === 'xml' || value.format === 'json');

/**
 * Keeps the view and the format for the next visit, while the component that calls it lives; where
 * nothing else says how the page `begins`, it begins with those of the visit before. A comparison is
 * not kept, since it asks a second time.
 */
export function followChoices(explorer: Explorer, begins: boolean) {
	const first: Choices = { view: explorer.settings.answerTab, format: explorer.draft.format };
	let kept = begins ? recall('choices', isChoices, first) : first;
	if (begins) {
		explorer.settings.showAnswerAs(kept.view);
		explorer.chooseFormat(kept.format);
	}
	$effect(() => {
		const { answerTab } = explorer.settings;
		const now: Choices = {
			view: answerTab === 'both' ? kept.view : answerTab,
			format: explorer.draft.format
		};
		if (now.view === kept.view && now.format === kept.format) return;
		kept = now;
		remember('choices', now);
	});
}
