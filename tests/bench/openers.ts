// The playgrounds on one host, set up as their own guides say, and how to send a first request.
import { readFileSync } from 'node:fs';
import type { Opened } from './first-screen.ts';
import type { Peer } from './peers.ts';
import { startWebHost, type WebHost } from './web-host.ts';

const SWAGGER = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="swagger/swagger-ui.css">
<div id="app"></div><script src="swagger/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: 'openapi.json', dom_id: '#app' })</script>`;

const SCALAR = `<!doctype html><meta charset="utf-8"><div id="app"></div>
<script src="scalar/dist/browser/standalone.js"></script>
<script>Scalar.createApiReference('#app', { url: 'openapi.json', withDefaultFonts: false, telemetry: false, agent: { disabled: true } })</script>`;

/** The server in the generated description. */
const DESCRIBED = 'http://127.0.0.1:3110/';

/** A text that only the discovery document has, the answer to the first operation described. */
const DISCOVERED = 'The mock-up needs no key.';

/**
 * Serves the built page, and the peers with its `openapi.json`; `mockUp` is the root of an HTTP
 * mock-up.
 */
export function hostOfPeers(
	peers: { swagger: Peer; scalar: Peer },
	mockUp: string
): Promise<WebHost> {
	return startWebHost({
		folders: {
			'/ours/': 'dist',
			'/swagger/': peers.swagger.directory,
			'/scalar/': peers.scalar.directory
		},
		texts: {
			'/openapi.json': readFileSync('dist/openapi.json', 'utf8').replaceAll(DESCRIBED, mockUp),
			'/swagger.html': SWAGGER,
			'/scalar.html': SCALAR
		}
	});
}

/** Ours comes first: the others are compared with it. */
export const openers = (peers: { swagger: Peer; scalar: Peer }): readonly [Opened, ...Opened[]] => [
	{
		name: 'ours',
		path: 'ours/',
		control: ['Send request', 'button'],
		answer: ['<service_request_id>', '#response'],
		ask: () => Promise.resolve()
	},
	{
		name: `${peers.swagger.name} ${peers.swagger.version}`,
		path: 'swagger.html',
		control: ['/discovery', '.opblock-summary-control'],
		answer: [DISCOVERED, '.live-responses-table'],
		ask: async (page) => {
			await page.locator('.opblock-summary-control').first().click();
			await page.locator('.try-out__btn').first().click();
			await page.locator('.execute').first().click();
		}
	},
	{
		name: `${peers.scalar.name} ${peers.scalar.version}`,
		path: 'scalar.html',
		control: ['Test Request', 'button'],
		answer: [DISCOVERED, '.response-section-content'],
		ask: async (page) => {
			await page
				.getByRole('button', { name: /Test Request/ })
				.first()
				.click();
			await page.getByRole('button', { name: /^Send/ }).first().click();
		}
	}
];
