// The peers on one host with ours, each as its own guide says to set it up.
import type { Peers } from './peers.ts';
import { startWebHost, type Served, type WebHost } from './web-host.ts';

/** `options` are added to what the guide says. */
const swaggerPage = (
	options = ''
) => `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="swagger/swagger-ui.css">
<div id="app"></div><script src="swagger/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: 'openapi.json', dom_id: '#app'${options} })</script>`;

const SCALAR = `<!doctype html><meta charset="utf-8"><div id="app"></div>
<script src="scalar/dist/browser/standalone.js"></script>
<script>Scalar.createApiReference('#app', { url: 'openapi.json', withDefaultFonts: false, telemetry: false, agent: { disabled: true } })</script>`;

/** The folder of the built site that is measured. */
export const SITE = process.env.PLAYGROUND_DIST ?? 'dist';

/** What is served besides the peers. */
export interface PeerServing extends Pick<Served, 'answer' | 'port'> {
	/** The description that the peers show, of an API on the host of this URL. */
	openApi: (url: string) => string;
	/** The folder of another build of our page, at `beside/`; null for none. */
	beside?: string | null;
	/** What Swagger UI is told besides, such as `, tryItOutEnabled: true`. */
	swaggerOptions?: string;
}

/** Serves the built page at `ours/`, the peers at `swagger.html` and `scalar.html`, and what answers them. */
export function servePeers(peers: Peers, comparison: PeerServing): Promise<WebHost> {
	const { openApi, beside, swaggerOptions, ...others } = comparison;
	return startWebHost({
		...others,
		folders: {
			'/ours/': SITE,
			...(beside ? { '/beside/': beside } : {}),
			'/swagger/': peers.swagger.directory,
			'/scalar/': peers.scalar.directory
		},
		texts: (url) => ({
			'/openapi.json': openApi(url),
			'/swagger.html': swaggerPage(swaggerOptions),
			'/scalar.html': SCALAR
		})
	});
}
