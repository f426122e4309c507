// The script for pages that embed the playground: <open311-playground> shows it in a frame. Served
// as embed.js from the site's root, a classic script without dependencies.
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

/** How far from the viewport an embed starts to load, in CSS pixels. */
const NEAR = '300px';

/** After how many milliseconds a frame without a message counts as blocked. */
const PATIENCE = 20_000;

const BLOCKED = 'The playground could not be loaded here.';

/** Returns the folder of this script, which is the playground's, wherever the parent page is. */
function rootOf(script: Element | null): URL | null {
	const source = script?.getAttribute('src');
	return source ? new URL('./', new URL(source, document.baseURI)) : null;
}

// `currentScript` is null in a module, so that finds its script by name.
const root = rootOf(document.currentScript ?? document.querySelector('script[src*="embed.js"]'));

type Message<Kind> = Kind extends unknown ? Omit<Kind, 'open311Playground'> : never;

/** The element, with the interface that embed.d.ts documents. */
class PlaygroundElement extends HTMLElement implements Open311PlaygroundElement {
	static observedAttributes = ['case', 'link', 'theme', 'height'];

	readonly #placeholder = new Placeholder(this.attachShadow({ mode: 'open' }));
	#frame: HTMLIFrameElement | null = null;
	#isReady = false;
	/** Whether the frame seems to be blocked; a late message can still make it ready. */
	#isBlocked = false;
	#leaving = new AbortController();
	/** The link that the frame was last sent to. */
	#opened = '';
	/** Messages to send once the frame is ready. */
	#queued: Message<Open311HostMessage>[] = [];
	readonly #runs = new Runs();

	connectedCallback() {
		this.#leaving = new AbortController();
		const { signal } = this.#leaving;
		this.#updatePlaceholder();
		this.#placeholder.showLink(this.childElementCount === 0);
		window.addEventListener('message', (event) => this.#receive(event), { signal });
		// This event tells if the parent page's policy does not permit the frame.
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
		this.#isReady = this.#isBlocked = false;
		this.#placeholder.show(true);
		this.#refuse('The playground was taken out of the page.');
	}

	attributeChangedCallback(name: string, before: string | null, now: string | null) {
		if (before === now || !this.isConnected) return;
		this.#updatePlaceholder();
		if (!this.#frame) return;
		if (name === 'theme') this.#send({ type: 'set', theme: this.#theme });
		else if (name === 'height') this.#frame.height = this.#height ?? this.#frame.height;
		else this.#open();
	}

	set(request: string | Open311Parts) {
		this.#send({ type: 'set', link: linkOf(request) });
	}

	run(request?: string | Open311Parts): Promise<RunOutcome> {
		return this.#runs.start((id) => {
			const link = request === undefined ? {} : { link: linkOf(request) };
			this.#send({ type: 'run', id, ...link });
		});
	}

	get #theme() {
		const theme = this.getAttribute('theme');
		return theme === 'light' || theme === 'dark' ? theme : 'system';
	}

	/** The fixed height in CSS pixels; null to fit the content. */
	get #height() {
		return /^\d+$/.exec(this.getAttribute('height') ?? '')?.[0] ?? null;
	}

	/** The permalink of the request in the attributes, from `#` on. */
	get #hash() {
		const testCase = this.getAttribute('case');
		return testCase ? linkOf({ case: testCase }) : linkOf(this.getAttribute('link') ?? '');
	}

	/** Returns the URL of the frame. It names the one origin that the embed listens to. */
	#url(): URL {
		const url = new URL(root ?? document.baseURI);
		url.search = new URLSearchParams({
			// `location` of a srcdoc frame has no origin, so this uses `self`.
			embed: self.origin,
			theme: this.#theme,
			...(this.#height ? {} : { height: 'auto' }),
			...(this.hasAttribute('view') ? { view: this.getAttribute('view') ?? '' } : {}),
			...(this.getAttribute('preset') === 'minimal' ? { preset: 'minimal' } : {})
		}).toString();
		url.hash = this.#hash;
		return url;
	}

	/** Updates the placeholder's link and reserved height from the attributes. */
	#updatePlaceholder() {
		this.#placeholder.point(`${root ?? ''}${this.#hash}`, this.#height);
	}

	/**
	 * Opens the request in the attributes, if the frame is ready; otherwise that happens once it is.
	 */
	#open() {
		const frame = this.#frame;
		if (!frame || !this.#isReady || this.#opened === this.#hash) return;
		this.#opened = this.#hash;
		const url = new URL(frame.src);
		url.hash = this.#opened;
		// Only the part from # on changes, so nothing reloads, and the parent page's history gets no
		// entry.
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

	/** Shows what to do instead; a frame that becomes ready later is still shown. */
	#fail() {
		if (this.#isReady) return;
		this.#isBlocked = true;
		this.#placeholder.fail();
		this.#refuse(BLOCKED);
	}

	#refuse(reason: string) {
		this.#queued = [];
		const refusal = { kind: 'refused', reason } as const;
		this.#runs.settleAll(refusal);
		this.#announce('refused', refusal);
	}

	#send(message: Message<Open311HostMessage>) {
		if (!this.isConnected || !root) {
			return this.#refuse('The playground is not in the page.');
		}
		if (!this.#isReady) {
			if (this.#isBlocked) return this.#refuse(BLOCKED);
			this.#queued.push(message);
			return this.#load();
		}
		// A sandboxed frame has no origin that messages could be addressed to.
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

	#receive({ source, origin, data }: MessageEvent) {
		const frame = this.#frame;
		if (!frame || source !== frame.contentWindow || origin !== this.#origin) return;
		const message = readFrameMessage(data);
		if (message) this.#handle(message, frame);
	}

	#handle(message: Open311FrameMessage, frame: HTMLIFrameElement) {
		switch (message.type) {
			case 'ready': {
				// A second `ready` means another page: the runs sent to the first get no answer.
				if (this.#isReady && this.#runs.areWaiting)
					this.#refuse('The playground was loaded anew before it had an answer.');
				this.#isReady = true;
				this.#placeholder.show(false);
				frame.className = '';
				this.#open();
				const queued = this.#queued;
				this.#queued = [];
				for (const each of queued) this.#send(each);
				return this.#announce('ready', null);
			}
			case 'size':
				// The border of the frame is part of its height.
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
