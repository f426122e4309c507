// Swagger UI and Scalar as static bundles from npm: fetched into a cache, never installed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A playground to compare with. */
export interface Peer {
	name: string;
	version: string;
	/** The folder of the unpacked package. */
	directory: string;
}

/** Both of them. */
export interface Peers {
	swagger: Peer;
	scalar: Peer;
}

const CACHE = resolve('node_modules/.cache/bench');

const npm = (args: string[], cwd = '.') =>
	execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The newest version that the registry has; the newest in the cache where it cannot be asked. */
function newest(spec: string, prefix: string): string {
	try {
		return npm(['view', spec, 'version']);
	} catch {
		const kept = existsSync(CACHE) ? readdirSync(CACHE) : [];
		const versions = kept.flatMap((name) =>
			name.startsWith(prefix) ? [name.slice(prefix.length)] : []
		);
		const last = versions.sort(new Intl.Collator('en', { numeric: true }).compare).at(-1);
		if (last) return last;
		throw new Error(`${spec} is not in ${CACHE}, and the npm registry cannot be reached.`);
	}
}

function fetchPeer(name: string, spec: string): Peer {
	const prefix = `${spec.replaceAll(/[@/]/g, '')}-`;
	const version = newest(spec, prefix);
	const directory = join(CACHE, prefix + version);
	if (!existsSync(join(directory, 'package'))) {
		mkdirSync(directory, { recursive: true });
		const file = npm(['pack', '--silent', `${spec}@${version}`], directory)
			.split('\n')
			.at(-1);
		execFileSync('tar', ['-xzf', file ?? ''], { cwd: directory });
	}
	return { name, version, directory: join(directory, 'package') };
}

/** The newest peers, ready on disk. Throws if the npm registry cannot be reached the first time. */
export const fetchPeers = (): Peers => ({
	swagger: fetchPeer('Swagger UI', 'swagger-ui-dist'),
	scalar: fetchPeer('Scalar', '@scalar/api-reference')
});
