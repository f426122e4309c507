// Swagger UI and Scalar as static bundles from npm: downloaded once, never installed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A playground to compare with. */
export interface Peer {
	name: string;
	version: string;
	/** The folder of the unpacked package. */
	directory: string;
}

const CACHE = resolve('node_modules/.cache/bench');

function unpack(spec: string, version: string): string {
	const directory = join(CACHE, `${spec.replaceAll(/[@/]/g, '')}-${version}`);
	if (existsSync(join(directory, 'package'))) return directory;
	mkdirSync(directory, { recursive: true });
	const file = execFileSync('npm', ['pack', '--silent', `${spec}@${version}`], {
		cwd: directory,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	}).trim();
	execFileSync('tar', ['-xzf', file.split('\n').at(-1) ?? ''], { cwd: directory });
	return directory;
}

/**
 * Downloads the peers if necessary and returns them. Throws if the npm registry cannot be reached.
 */
export function fetchPeers(): { swagger: Peer; scalar: Peer } {
	const peer = (name: string, spec: string, version: string): Peer => ({
		name,
		version,
		directory: join(unpack(spec, version), 'package')
	});
	return {
		swagger: peer('Swagger UI', 'swagger-ui-dist', '5.35.0'),
		scalar: peer('Scalar', '@scalar/api-reference', '1.72.1')
	};
}
