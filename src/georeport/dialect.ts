/** The dialects of the mock-up: as Toronto's server answered, or by the letter of GeoReport v2. */
export type DialectName = 'toronto' | 'standard';

/** The source of a fact: seen on Toronto's server, inferred from that, or invented here. */
export type Provenance = 'seen' | 'inferred' | 'invented';
