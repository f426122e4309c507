/** The names of the Trusted Types policies of the page; it makes no others, and none named `default`. */
export const TRUSTED_TYPES = {
	/** Ours: see trusted-script.ts. */
	script: 'own-script',
	/** Svelte's: it turns the page's own templates, which are part of its code, into elements. */
	markup: 'svelte-trusted-html'
} as const;

/** What the page may ask and show from elsewhere, by directive. */
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
 * The Content-Security-Policy inside the built page (design, section 9, "Two policies"). It permits
 * the endpoints and basemaps a person may choose and the pictures they ask for, and of scripts and
 * styles only the files of the site. The map's buttons are drawn from `data:` pictures.
 */
export const PAGE_POLICY = /* @__PURE__ */ policy({
	'connect-src': "'self' https: http://127.0.0.1:* http://localhost:*",
	'img-src': "'self' data: https:"
});

/**
 * A stricter one for who hosts the page, to be sent as a header: the page asks nobody but its own
 * site. As both are in force, the stricter directive decides.
 */
export const HOST_POLICY = /* @__PURE__ */ policy({
	'connect-src': "'self'",
	'img-src': "'self' data:"
});
