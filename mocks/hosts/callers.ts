// Who may call the mock-up's server: by which names of it, and from pages of which sites.
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** What a server's owner allows. */
export interface Callers {
	/** The address the server listens on. */
	host?: string;
	/** Further names by which the server may be called, without a port. */
	allowHosts?: readonly string[];
	/** Origins of the pages that may call it, such as `https://client.example`; by default any. */
	allowOrigins?: readonly string[];
}

/** A host name as it is compared: in lower case, without the dot of the root. */
const toName = (text: string) => text.toLowerCase().replace(/\.$/, '');

/**
 * Whether a server may be called by this name. A page of an attacker can let its own name point to
 * this computer (DNS rebinding) and would then read answers as its own; with an IP address it cannot,
 * so phones and emulators call by that. `name` is as the URL class prints it.
 */
function isAllowedName(name: string, { host, allowHosts = [] }: Callers): boolean {
	const called = toName(name);
	if (isIP(called.replace(/^\[|\]$/g, '')) !== 0) return true;
	const own = toName(hostname());
	const bare = own.replace(/\.local$/, '');
	const names = ['localhost', own, bare, `${bare}.local`, host ?? '', ...allowHosts].map(toName);
	return called.endsWith('.localhost') || names.includes(called);
}

/** A call that the server does not answer. */
export interface CallerRefusal {
	/** 421 for a name that is not the server's (RFC 9110, 15.5.20), 403 for a page. */
	status: 403 | 421;
	/** What was wrong and what to do, in two sentences. */
	words: string;
}

/** Why a call is refused; null if it is not. `origin` is its Origin header, if it has one. */
export function refusalOf(url: URL, origin: string | null, callers: Callers): CallerRefusal | null {
	const name = url.hostname.slice(0, 60);
	if (!isAllowedName(url.hostname, callers)) {
		const words = `This server does not answer to the name ${name}. Call it by localhost or an IP address, or start it with --allow-host ${name}.`;
		return { status: 421, words };
	}
	const { allowOrigins } = callers;
	if (!allowOrigins || origin === null || origin === url.origin) return null;
	if (allowOrigins.includes(origin)) return null;
	const page = origin.slice(0, 60);
	const words = `Pages of ${page} may not call this server. Start it with --allow-origin ${page} as well.`;
	return { status: 403, words };
}

/** Headers of an answer, which in place of every page let those read it that may call. */
export function forOrigin(
	headers: Readonly<Record<string, string>>,
	origin: string | null,
	{ allowOrigins }: Callers
): Readonly<Record<string, string>> {
	const { 'access-control-allow-origin': everybody, ...others } = headers;
	if (!allowOrigins || everybody === undefined) return headers;
	const readable = origin === null ? {} : { 'access-control-allow-origin': origin };
	return { ...others, ...readable, vary: 'Origin' };
}

/** An origin as browsers send it; null for a text that is none. `null` is that of a sandboxed frame. */
export function toOrigin(text: string): string | null {
	if (text === 'null') return text;
	if (!URL.canParse(text)) return null;
	const { origin, href } = new URL(text);
	return origin !== 'null' && href === `${origin}/` ? origin : null;
}
