// A record for the tests of this folder.
import type { MapRecord } from './records.ts';

/** An open pothole with this key at a place. */
export const record = (key: string, lat: number, long: number): MapRecord => ({
	key,
	lat,
	long,
	mark: 'pothole',
	open: true,
	label: key
});
