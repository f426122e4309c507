/**
 * The names of the page's Trusted Types policies. The policy permits no others and no `default`.
 */
export const TRUSTED_TYPES = {
	/** Passes scripts of the page's own folder, see trusted-script.ts. */
	script: 'own-script',
	/** Svelte's own: turns the templates of components, which are part of the code, into elements. */
	markup: 'svelte-trusted-html'
} as const;

/** The sources that a policy permits besides the site, by directive. */
type Reach = Record<'connect-src' | 'img-src', string>;

const policy = (reach: Reach) =>
	Object.entries({
		'default-src': "'none'",
		'script-src': "'self'",
		'style-src': "'self'",
		'font-src': "'self'",
		'worker-src': "'self'",
		'manifest-src': "'self'",
		...reach,
		'base-uri': "'none'",
		'form-action': "'none'",
		'require-trusted-types-for': "'script'",
		'trusted-types': Object.values(TRUSTED_TYPES).join(' ')
	})
		.map(([directive, value]) => `${directive} ${value}`)
		.join('; ');

/**
 * The Content-Security-Policy in the built page. It permits endpoints and basemaps that people
 * choose, and their pictures; scripts and styles only from the site. The map and the editor draw with
 * `data:` pictures.
 */
export const PAGE_POLICY = /* @__PURE__ */ policy({
	'connect-src': "'self' https: http://127.0.0.1:* http://localhost:*",
	'img-src': "'self' data: https:"
});

/**
 * A stricter policy that hosts can send as a header, with requests to the site only. Browsers apply
 * both policies, so the stricter directive counts.
 */
export const HOST_POLICY = /* @__PURE__ */ policy({
	'connect-src': "'self'",
	'img-src': "'self' data:"
});
