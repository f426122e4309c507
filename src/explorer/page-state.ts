import type { Preferences } from '../georeport/preferences';
import type { Draft } from '../georeport/request';

/** The ways to look at the request. */
export const REQUEST_TABS = ['form', 'code', 'http', 'reference'] as const;
export type RequestTab = (typeof REQUEST_TABS)[number];

/** The ways to look at the answer. */
export const ANSWER_TABS = ['pretty', 'raw', 'tree', 'table', 'both', 'headers'] as const;
export type AnswerTab = (typeof ANSWER_TABS)[number];

/** The scenes of the stage: the request, the answer, the map. */
export const STAGE_SCENES = [1, 2, 3] as const;
export type StageScene = (typeof STAGE_SCENES)[number];

/** What the map shows: its centre in WGS84 degrees and MapLibre's zoom level. */
export interface MapView {
	lat: number;
	long: number;
	zoom: number;
}

/** All of the page that a link carries: data that can be written down, nothing else. */
export interface PageState {
	/** The `id` of the endpoint. */
	endpoint: string;
	draft: Draft;
	/** The `id` of the test case that is open. */
	testCase: string | null;
	requestTab: RequestTab;
	answerTab: AnswerTab;
	/** The service_request_id, else the token, of the chosen service request. */
	selected: string | null;
	/** Null while the map shows what it showed first. */
	map: MapView | null;
	/** What the mock-up is asked to do otherwise. */
	overrides: Preferences;
	/** The scene of the stage that is shown; left out where the page itself is. */
	stage?: StageScene;
	/** The step of the lesson under way, from 1; 0 for where it was left, absent without a lesson. */
	lesson?: number;
}
