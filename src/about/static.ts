// About as a page without JavaScript, written when the site is built.
import { render } from 'svelte/server';
import AboutPage from './AboutPage.svelte';

/** The inside of the page's body: HTML that needs neither script nor style of its own. */
export const aboutHtml = (): string =>
	// Marks for a script to go on from; there is none.
	render(AboutPage).body.replace(/<!--[\s\S]*?-->/g, '');
