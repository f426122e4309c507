/** The parts that a phone shows one at a time. */
export type PaneName = 'start' | 'request' | 'response' | 'map';

/** What each part is called where a phone names it. */
export const PANE_TITLES: Readonly<Record<PaneName, string>> = {
	start: 'Start',
	request: 'Request',
	response: 'Answer',
	map: 'Map'
};

/** The part of the page that each scene of the stage shows. */
export const SCENE_PANES = { 1: 'request', 2: 'response', 3: 'map' } as const;
