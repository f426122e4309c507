// The messages between an embedded playground and its parent page, and the interface of the element
// <open311-playground>. Types only: this file is also published, as embed.d.ts.

/** The version of the messages; messages of any other version are refused with a reason. */
export type Open311Version = 1;

/** The themes of an embed; `system` follows the device. */
export type Open311Theme = 'system' | 'light' | 'dark';

/** A request in parts, as an alternative to a permalink. */
export interface Open311Parts {
	/** The `id` of a test case; the other parts change its request. */
	case?: string;
	/** A method of GeoReport v2; without this and a test case, GET Service Requests. */
	method?: 'discovery' | 'services' | 'definition' | 'submit' | 'token' | 'requests' | 'request';
	/** The format; XML by default. */
	format?: 'xml' | 'json';
	/**
	 * The arguments by their names in the specification; a list is an argument sent several times.
	 */
	values?: Readonly<Record<string, string | readonly string[]>>;
}

/** An answer of the mock-up, with any status. */
export interface Open311Answer {
	kind: 'answer';
	status: number;
	/** The Content-Type header as received; null for none. */
	contentType: string | null;
	/** The decoded body. */
	body: string;
	/** What answered: the service worker or the page, never a server. */
	answeredBy: 'service worker' | 'page';
	/** The permalink of the request from `#` on, without keys, names, e-mail and phone. */
	link: string;
}

/** A request that was sent, or was to be sent, and has no answer. */
export interface Open311NoAnswer {
	kind: 'no answer';
	/** Why there is no answer, as a sentence. */
	reason: string;
	link: string;
}

/** Something that the embed refused to do; nothing was sent. */
export interface Open311Refusal {
	kind: 'refused';
	/** Why it was refused, as a sentence. */
	reason: string;
}

/** The outcome of a request. */
export type Open311Result = Open311Answer | Open311NoAnswer;

/** A message from the parent page to the embed in its frame. */
export type Open311HostMessage = { open311Playground: Open311Version } & (
	| {
			/** Opens a request in the embed, entirely or not at all, without sending it. */
			type: 'set';
			/** The `id` of the reply if it is a refusal. */
			id?: number;
			/** A permalink from `#` on. It can add neither a key nor a server. */
			link?: string;
			theme?: Open311Theme;
	  }
	| {
			/** Sends the request in the embed, if it goes to the mock-up. */
			type: 'run';
			/** The `id` of the reply, a result or a refusal. */
			id: number;
			/** A permalink to open first, as by `set`. */
			link?: string;
	  }
);

/**
 * A message from the embed to its parent page. `id` is that of the message it replies to; null for
 * none.
 */
export type Open311FrameMessage = { open311Playground: Open311Version } & (
	| { type: 'ready' }
	/** The height of the content, in CSS pixels. */
	| { type: 'size'; height: number }
	/** Sent for every request, whoever started it. */
	| { type: 'result'; id: number | null; result: Open311Result }
	| { type: 'refused'; id: number | null; reason: string }
);

/**
 * The element `<open311-playground>`. Its attributes: `case` (the id of a test case) or `link` (a
 * permalink); `view` (some of "answer,form,code,map", the first is open); `preset` ("minimal" shows
 * the request, its status and its answer alone); `theme`; `height` (in CSS pixels; without it the
 * element is as high as its content); `title` and `sandbox` (of the frame).
 */
export interface Open311PlaygroundElement extends HTMLElement {
	/** Opens a request without sending it. A refusal is dispatched as `open311-refused`. */
	set(request: string | Open311Parts): void;
	/**
	 * Sends the request, after `set` if one is passed, and resolves to its outcome. Never rejects:
	 * what is not done resolves to a refusal. Loads the embed first if necessary.
	 */
	run(request?: string | Open311Parts): Promise<Open311Result | Open311Refusal>;
}

declare global {
	interface HTMLElementTagNameMap {
		'open311-playground': Open311PlaygroundElement;
	}
	interface HTMLElementEventMap {
		/** The embed is ready to use. */
		'open311-ready': CustomEvent<null>;
		/** A request has finished, whoever started it. */
		'open311-result': CustomEvent<Open311Result>;
		/** Something was refused. */
		'open311-refused': CustomEvent<Open311Refusal>;
	}
}
