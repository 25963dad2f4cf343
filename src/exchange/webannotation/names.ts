const PREFIX = 'urn:newsmark:';

/** Stands between the name of an attribute and its value. */
export const ATTRIBUTE_SIGN = '=';

/** The IRI of a document, or of something in it. */
export function iriOf(documentId: string, id?: string): string {
  const document = `${PREFIX}${encodeURIComponent(documentId)}`;
  return id === undefined ? document : `${document}#${encodeURIComponent(id)}`;
}

/** The document and the id of something in it, of an IRI that {@link iriOf} made; undefined of another one. */
export function partsOfIri(iri: string): { readonly document: string; readonly id: string } | undefined {
  const [document, id, ...more] = iri.split('#');
  if (!document?.startsWith(PREFIX) || id === undefined || more.length > 0) return undefined;
  try {
    return { document: decodeURIComponent(document.slice(PREFIX.length)), id: decodeURIComponent(id) };
  } catch {
    return undefined;
  }
}
