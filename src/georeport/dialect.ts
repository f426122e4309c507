/** The mock-up's two dialects: as Toronto's server was seen to answer, or by the letter of GeoReport v2. */
export type DialectName = 'toronto' | 'standard';

/** Where a fact comes from: Toronto's server was seen to behave so, it follows from that, or it is ours. */
export type Provenance = 'seen' | 'inferred' | 'invented';
