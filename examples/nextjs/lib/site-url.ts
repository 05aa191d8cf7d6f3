/** The address at which others find this shop. Never taken from a request: its Host header is the sender's to choose. */
export const siteUrl = (): string => process.env.SITE_URL || `http://localhost:${process.env.PORT || 3000}`;
