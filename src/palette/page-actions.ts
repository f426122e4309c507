import type { ThemeName } from '../ui/theme.svelte';

/** What the page can do beyond `Explorer`: each has a command. */
export interface PageActions {
	send: () => void;
	cancel: () => void;
	copyLink: () => void;
	copyCurl: () => void;
	/** Opens the settings of a new endpoint. */
	addEndpoint: () => void;
	/** Turns to the request, where only one pane is seen at a time. */
	showRequest: () => void;
	/** Turns to the answer, where only one pane is seen at a time. */
	showResponse: () => void;
	showHistory: () => void;
	/** Saves the exchange on the page. */
	exportHar: () => void;
	/** Saves the request as it is now. */
	exportHttp: () => void;
	/** Opens the runner of the test cases. */
	runCases: () => void;
	openShortcuts: () => void;
	/** Shows where the mock-up can be asked to do otherwise. */
	showMockUp: () => void;
	showLessons: () => void;
	showReference: () => void;
	/** Shows what the page is, and four ways to begin. */
	showIntro: () => void;
	/** Gives the answer the room of request and map, or gives it back. */
	toggleMaximised: () => void;
	/** Opens what can be saved of the exchange. */
	showExport: () => void;
	/** Opens the HTML that shows the request in another page. */
	showEmbed: () => void;
	/** Shows the stage, or leaves it. */
	present: () => void;
	/** Shows the exchange on the page as a page to print. */
	printExchange: () => void;
	/** Opens what watches the calls of a client and grades them. */
	showCheck: () => void;
	/** Opens the way from the mock-up to production. */
	showProduction: () => void;
	/** Opens what people ask about Open311, the City's mock-up and this one. */
	showAbout: () => void;
	/** Forgets the reports submitted to the mock-up. */
	reset: () => void;
	chooseTheme: (name: ThemeName) => void;
}
