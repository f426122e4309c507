/** A duration in words: `12 ms`, `1.5 s`; never none, for nothing takes no time. */
export const timeOf = (milliseconds: number): string =>
	milliseconds < 1000
		? `${Math.max(1, Math.round(milliseconds))} ms`
		: `${(milliseconds / 1000).toFixed(1)} s`;

/** The same to be heard: `12 milliseconds`. */
export const spokenTimeOf = (milliseconds: number): string => {
	const rounded = Math.max(1, Math.round(milliseconds));
	if (rounded === 1) return '1 millisecond';
	return rounded < 1000 ? `${rounded} milliseconds` : `${(rounded / 1000).toFixed(1)} seconds`;
};

/** A number of bytes in words: `171 B`, `8.4 kB`, `1.2 MB`. */
export const sizeOf = (bytes: number): string =>
	bytes < 1000
		? `${bytes} B`
		: bytes < 999_950
			? `${(bytes / 1e3).toFixed(1)} kB`
			: `${(bytes / 1e6).toFixed(1)} MB`;
