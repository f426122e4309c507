// The script of the pages around: it makes <open311-playground> a frame with the playground in it.
// It is served as embed.js beside the page, a classic script without dependencies.
import type {
	Open311FrameMessage,
	Open311HostMessage,
	Open311Parts,
	Open311PlaygroundElement
} from './api';
import { Placeholder } from './element-placeholder';
import { Runs, type RunOutcome } from './element-runs';
import { linkOf } from './link-of';
import { readFrameMessage, MESSAGE_VERSION } from './messages';

const NAME = 'open311-playground';

/** How far from the view an embed begins to load, in CSS pixels. */
const NEAR = '300px';

/** Milliseconds after which a frame that has not spoken is taken to be kept away. */
const PATIENCE = 20_000;

const AWAY = 'The playground could not be loaded here.';

/** The folder of the playground: that of this script, wherever the page around comes from. */
function rootOf(script: Element | null): URL | null {
	const source = script?.getAttribute('src');
	return source ? new URL('./', new URL(source, document.baseURI)) : null;
}

// A module has no current script, and finds itself by its name.
const root = rootOf(document.currentScript ?? document.querySelector('script[src*="embed.js"]'));

type Message<Kind> = Kind extends unknown ? Omit<Kind, 'open311Playground'> : never;

/** The element, as embed.d.ts describes it. */
class PlaygroundElement extends HTMLElement implements Open311PlaygroundElement {
	static observedAttributes = ['case', 'link', 'theme', 'height'];

	readonly #placeholder = new Placeholder(this.attachShadow({ mode: 'open' }));
	#frame: HTMLIFrameElement | null = null;
	#isReady = false;
	/** Whether the frame was found to be kept away; it may speak after all. */
	#isAway = false;
	#leaving = new AbortController();
	/** The link that the frame was last told to open. */
	#opened = '';
	/** What is to be said once the frame listens. */
	#unsaid: Message<Open311HostMessage>[] = [];
	readonly #runs = new Runs();

	connectedCallback() {
		this.#leaving = new AbortController();
		const { signal } = this.#leaving;
		this.#point();
		this.#placeholder.showLink(this.childElementCount === 0);
		window.addEventListener('message', (event) => this.#hear(event), { signal });
		// A policy of the page around that has no place for the frame says so.
		document.addEventListener(
			'securitypolicyviolation',
			({ blockedURI, effectiveDirective }) => {
				if (effectiveDirective === 'frame-src' && root && blockedURI.startsWith(root.origin))
					this.#fail();
			},
			{ signal }
		);
		const observer = new IntersectionObserver(
			(entries) => {
				if (entries.some(({ isIntersecting }) => isIntersecting)) this.#load();
			},
			{ rootMargin: NEAR }
		);
		observer.observe(this);
		signal.addEventListener('abort', () => observer.disconnect());
	}

	disconnectedCallback() {
		this.#leaving.abort();
		this.#frame?.remove();
		this.#frame = null;
		this.#isReady = this.#isAway = false;
		this.#placeholder.show(true);
		this.#giveUp('The playground was taken out of the page.');
	}

	attributeChangedCallback(name: string, before: string | null, now: string | null) {
		if (before === now || !this.isConnected) return;
		this.#point();
		if (!this.#frame) return;
		if (name === 'theme') this.#say({ type: 'set', theme: this.#theme });
		else if (name === 'height') this.#frame.height = this.#height ?? this.#frame.height;
		else this.#open();
	}

	set(request: string | Open311Parts) {
		this.#say({ type: 'set', link: linkOf(request) });
	}

	run(request?: string | Open311Parts): Promise<RunOutcome> {
		return this.#runs.start((id) => {
			const link = request === undefined ? {} : { link: linkOf(request) };
			this.#say({ type: 'run', id, ...link });
		});
	}

	get #theme() {
		const theme = this.getAttribute('theme');
		return theme === 'light' || theme === 'dark' ? theme : 'system';
	}

	/** The height its author wants, in CSS pixels; null to follow what is shown. */
	get #height() {
		return /^\d+$/.exec(this.getAttribute('height') ?? '')?.[0] ?? null;
	}

	/** The request that the attributes name, as a permalink. */
	get #hash() {
		const testCase = this.getAttribute('case');
		return testCase ? linkOf({ case: testCase }) : linkOf(this.getAttribute('link') ?? '');
	}

	/** The address of the frame; the embed listens to the origin in it alone. */
	#url(): URL {
		const url = new URL(root ?? document.baseURI);
		url.search = new URLSearchParams({
			// Of a srcdoc frame too, whose location has none.
			embed: self.origin,
			theme: this.#theme,
			...(this.#height ? {} : { height: 'auto' }),
			...(this.hasAttribute('view') ? { view: this.getAttribute('view') ?? '' } : {})
		}).toString();
		url.hash = this.#hash;
		return url;
	}

	/** Keeps the plain link, and the room that is kept free, in step with the attributes. */
	#point() {
		this.#placeholder.point(`${root ?? ''}${this.#hash}`, this.#height);
	}

	/** Opens what the attributes name now, in a frame that listens; another waits until it does. */
	#open() {
		const frame = this.#frame;
		if (!frame || !this.#isReady || this.#opened === this.#hash) return;
		this.#opened = this.#hash;
		const url = new URL(frame.src);
		url.hash = this.#opened;
		// Only the part from # on changes, so nothing loads anew; the host's history gets no step.
		frame.contentWindow?.location.replace(url.href);
	}

	#load() {
		if (this.#frame || !root) return;
		const frame = document.createElement('iframe');
		this.#frame = frame;
		frame.className = 'loading';
		frame.title = this.title || 'Toronto Open311 Playground';
		frame.height = this.#height ?? '448';
		frame.allow = 'clipboard-write';
		const sandbox = this.getAttribute('sandbox');
		if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
		frame.src = this.#url().href;
		this.#opened = this.#hash;
		this.shadowRoot?.append(frame);
		setTimeout(() => {
			if (this.#frame === frame && !this.#isReady) this.#fail();
		}, PATIENCE);
	}

	/** Says what to do instead; a frame that speaks after all is shown all the same. */
	#fail() {
		if (this.#isReady) return;
		this.#isAway = true;
		this.#placeholder.fail();
		this.#giveUp(AWAY);
	}

	#giveUp(reason: string) {
		this.#unsaid = [];
		const refusal = { kind: 'refused', reason } as const;
		this.#runs.settleAll(refusal);
		this.#announce('refused', refusal);
	}

	#say(message: Message<Open311HostMessage>) {
		if (!this.isConnected || !root) {
			return this.#giveUp('The playground is not in the page.');
		}
		if (!this.#isReady) {
			if (this.#isAway) return this.#giveUp(AWAY);
			this.#unsaid.push(message);
			return this.#load();
		}
		// A sandboxed frame has no origin to be named by.
		const target = this.#origin === 'null' ? '*' : this.#origin;
		this.#frame?.contentWindow?.postMessage(
			{ open311Playground: MESSAGE_VERSION, ...message },
			target
		);
	}

	get #origin(): string {
		const sandbox = this.#frame?.getAttribute('sandbox');
		const hasNone = sandbox !== null && !/\ballow-same-origin\b/.test(sandbox ?? '');
		return hasNone ? 'null' : (root?.origin ?? 'null');
	}

	#hear({ source, origin, data }: MessageEvent) {
		const frame = this.#frame;
		if (!frame || source !== frame.contentWindow || origin !== this.#origin) return;
		const message = readFrameMessage(data);
		if (message) this.#follow(message, frame);
	}

	#follow(message: Open311FrameMessage, frame: HTMLIFrameElement) {
		switch (message.type) {
			case 'ready': {
				// Said twice, it is another page: what the first was asked has no answer any more.
				if (this.#isReady && this.#runs.areWaiting)
					this.#giveUp('The playground was loaded anew before it had an answer.');
				this.#isReady = true;
				this.#placeholder.show(false);
				frame.className = '';
				this.#open();
				const unsaid = this.#unsaid;
				this.#unsaid = [];
				for (const each of unsaid) this.#say(each);
				return this.#announce('ready', null);
			}
			case 'size':
				// The frame's own border is part of its height.
				if (!this.#height) frame.height = String(message.height + 2);
				return;
			case 'result':
				this.#runs.settle(message.id, message.result);
				return this.#announce('result', message.result);
			case 'refused': {
				const refusal = { kind: 'refused', reason: message.reason } as const;
				this.#runs.settle(message.id, refusal);
				return this.#announce('refused', refusal);
			}
		}
	}

	#announce(name: string, detail: unknown) {
		this.dispatchEvent(new CustomEvent(`open311-${name}`, { detail, bubbles: true }));
	}
}

if (root && !customElements.get(NAME)) customElements.define(NAME, PlaygroundElement);
