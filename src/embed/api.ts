// What an embedded playground and the page around it say to each other, and what the element
// <open311-playground> offers. Types only: this file is also published, as embed.d.ts.

/** How far the messages below have come; any other version is refused in words. */
export type Open311Version = 1;

/** The themes of an embed; `system` follows the page around it, as far as the browser tells. */
export type Open311Theme = 'system' | 'light' | 'dark';

/** A request in parts, for those who do not want to write a permalink. */
export interface Open311Parts {
	/** The `id` of a test case, whose request the other parts then change. */
	case?: string;
	/** A method of GeoReport v2; GET Service Requests where no test case is named either. */
	method?: 'discovery' | 'services' | 'definition' | 'submit' | 'token' | 'requests' | 'request';
	/** XML unless this says otherwise. */
	format?: 'xml' | 'json';
	/** The arguments, under the specification's names; a list is an argument given several times. */
	values?: Readonly<Record<string, string | readonly string[]>>;
}

/** An answer of the mock-up, whatever its status. */
export interface Open311Answer {
	kind: 'answer';
	status: number;
	/** The header as it came; null for none. */
	contentType: string | null;
	/** The body, decoded. */
	body: string;
	/** Who answered: never a server. */
	answeredBy: 'service worker' | 'page';
	/** The permalink of what was asked, from `#` on: without keys, names, e-mail and phone. */
	link: string;
}

/** A request that was sent or was to be sent, and has no answer. */
export interface Open311NoAnswer {
	kind: 'no answer';
	/** Why, in words. */
	reason: string;
	link: string;
}

/** Something the embed did not do; nothing was sent. */
export interface Open311Refusal {
	kind: 'refused';
	/** Why, in words. */
	reason: string;
}

/** What became of a request. */
export type Open311Result = Open311Answer | Open311NoAnswer;

/** What a page may ask of the embed in its frame. */
export type Open311HostMessage = { open311Playground: Open311Version } & (
	| {
			/** Puts a request into the embed, all of it or nothing. Sends nothing. */
			type: 'set';
			/** Comes back with a refusal. */
			id?: number;
			/** A permalink from `#` on. It can bring in neither a key nor a server. */
			link?: string;
			theme?: Open311Theme;
	  }
	| {
			/** Sends the request that stands in the embed, if it is one to the mock-up. */
			type: 'run';
			/** Comes back with the result or the refusal. */
			id: number;
			/** First put into the embed, as by `set`. */
			link?: string;
	  }
);

/** What an embed tells the page around it. `id` is that of the message it answers; null for none. */
export type Open311FrameMessage = { open311Playground: Open311Version } & (
	| { type: 'ready' }
	/** The height of what is shown, in CSS pixels. */
	| { type: 'size'; height: number }
	/** Comes of every request, whoever sent it. */
	| { type: 'result'; id: number | null; result: Open311Result }
	| { type: 'refused'; id: number | null; reason: string }
);

/**
 * The element `<open311-playground>`. Its attributes: `case` (the id of a test case) or `link` (a
 * permalink); `view` (some of "answer,form,code,map", the first is open); `theme`; `height` (in CSS
 * pixels; without it the element is as high as what it shows); `title` and `sandbox` (of the frame).
 */
export interface Open311PlaygroundElement extends HTMLElement {
	/** Puts a request into the embed without sending it. A refusal comes as `open311-refused`. */
	set(request: string | Open311Parts): void;
	/**
	 * Sends the request, after `set` if one is given, and resolves with what became of it. Never
	 * rejects: what is not done is a refusal. An embed that is not loaded yet is loaded first.
	 */
	run(request?: string | Open311Parts): Promise<Open311Result | Open311Refusal>;
}

declare global {
	interface HTMLElementTagNameMap {
		'open311-playground': Open311PlaygroundElement;
	}
	interface HTMLElementEventMap {
		/** The embed can be used. */
		'open311-ready': CustomEvent<null>;
		/** A request came to its end, whoever sent it. */
		'open311-result': CustomEvent<Open311Result>;
		/** Something was not done. */
		'open311-refused': CustomEvent<Open311Refusal>;
	}
}
