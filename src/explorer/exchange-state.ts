import type { ExchangeView } from './exchange-view.svelte';
import { requestName } from './request-name';
import type { PageState } from './page-state';

/**
 * Returns the page that a link to an exchange opens: its request as it was sent, whatever the page's
 * draft is by now, and what was selected in its answer. A header of the request's own stays in the
 * draft; what else the mock-up was asked to do otherwise is an override.
 */
export function exchangeState(view: ExchangeView): PageState {
	const { draft, request } = view.exchange;
	const isOverridden = view.endpoint.dialect !== null && !draft.headers?.Prefer;
	const prefer = isOverridden ? (request.headers.Prefer ?? '') : '';
	return {
		endpoint: view.endpoint.id,
		draft,
		testCase: view.testCase?.id ?? null,
		requestTab: 'form',
		answerTab: 'pretty',
		selected: view.selected && requestName(view.selected),
		map: null,
		overrides: prefer === '' ? {} : { every: prefer }
	};
}
