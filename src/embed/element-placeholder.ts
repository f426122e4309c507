const STYLES = `
:host { display: block; position: relative; }
:host([hidden]) { display: none; }
.waiting {
	box-sizing: border-box; min-block-size: var(--reserved, 28rem); padding: 1rem;
	border: 1px solid GrayText; border-radius: 4px; background: Canvas; color: CanvasText;
	font: 1rem/1.5 system-ui, sans-serif; text-align: start;
}
p { margin: 0; }
a { color: LinkText; }
iframe {
	display: block; box-sizing: border-box; inline-size: 100%; max-inline-size: none; margin: 0;
	border: 1px solid GrayText; border-radius: 4px;
}
.loading { position: absolute; inset: 0 0 auto; opacity: 0; }
[hidden] { display: none; }
`;

/** What is shown until the frame is: the author's content, or a plain link. */
export class Placeholder {
	readonly #box = document.createElement('div');
	readonly #words = document.createElement('p');
	readonly #link = document.createElement('a');

	/** Adds itself to the shadow root of an element, and the styles for everything in it. */
	constructor(shadow: ShadowRoot) {
		// A strict policy would have to permit a style element, but not an adopted style sheet.
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(STYLES);
		shadow.adoptedStyleSheets = [sheet];
		this.#box.className = 'waiting';
		this.#link.target = '_blank';
		this.#link.rel = 'noopener';
		this.#link.textContent = 'Open this request in the Toronto Open311 Playground';
		this.#words.append(this.#link);
		this.#box.append(document.createElement('slot'), this.#words);
		shadow.append(this.#box);
	}

	/** Updates the link and the reserved height from the attributes. */
	point(address: string, height: string | null) {
		this.#link.href = address;
		this.#box.style.setProperty('--reserved', height ? `${height}px` : '');
	}

	/** Shows the link, or hides it because the author's content has one. */
	showLink(shown: boolean) {
		this.#words.hidden = !shown;
	}

	/** Shows or hides the placeholder. */
	show(shown: boolean) {
		this.#box.hidden = !shown;
	}

	/** Says that the playground could not be loaded, and links to it. */
	fail() {
		this.showLink(true);
		this.#words.replaceChildren('The playground could not be shown here. ', this.#link);
	}
}
