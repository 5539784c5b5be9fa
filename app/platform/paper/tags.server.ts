import {
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFDocument,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';

/** What a part of the paper is, in the words of ISO 32000-1, 14.8.4. */
export type Tag = 'Document' | 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

/** Of a cell: what it heads, or over how many columns it goes. */
export type CellAttributes = { Scope?: 'Row' | 'Column'; ColSpan?: number };

export type Element = {
  ref: PDFRef;
  tag: Tag;
  parent: Element | null;
  kids: (PDFRef | { page: PDFPage; mark: number })[];
  attributes: CellAttributes;
  /** What a figure shows, for who cannot see it. */
  alt: string | null;
};

/**
 * Says of every text on a paper what it is and in which order it is read, for screen readers (a tagged PDF,
 * ISO 32000-1, 14.7 and 14.8).
 */
export class PaperTags {
  readonly #file: PDFDocument;
  readonly #root: PDFRef;
  readonly #elements: Element[] = [];
  readonly #marks = new Map<PDFPage, Element[]>();
  readonly #document: Element;

  constructor(file: PDFDocument) {
    this.#file = file;
    this.#root = file.context.nextRef();
    this.#document = this.#element('Document', null, {});
  }

  /** A part within another, or of the paper itself. */
  open(tag: Tag, parent: Element = this.#document, attributes: CellAttributes = {}): Element {
    const element = this.#element(tag, parent, attributes);
    parent.kids.push(element.ref);
    return element;
  }

  /** A drawing of its own, with what it shows in words. */
  figure(alt: string): Element {
    const element = this.open('Figure');
    element.alt = alt;
    return element;
  }

  /**
   * What is drawn belongs to a part.
   * @param actual the text as it was written, where letters had to be replaced
   */
  mark(page: PDFPage, element: Element, draw: () => void, actual: string | null = null): void {
    const marks = this.#marks.get(page) ?? [];
    this.#marks.set(page, marks);
    const mark = marks.push(element) - 1;
    element.kids.push({ page, mark });
    const says = actual === null ? '' : ` /ActualText ${PDFHexString.fromText(actual).toString()}`;
    const begin = [PDFName.of(element.tag), `<</MCID ${String(mark)}${says}>>`];
    page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, begin));
    draw();
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }

  /** What is drawn is not read: a line, the number of a page. */
  leaveOut(page: PDFPage, draw: () => void): void {
    page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]));
    draw();
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }

  /** Writes all that was said into the file, once everything is drawn. */
  finish(): void {
    const { context, catalog } = this.#file;
    for (const { ref, tag, parent, kids, attributes, alt } of this.#elements) {
      const element = context.obj({
        Type: 'StructElem',
        S: tag,
        P: parent?.ref ?? this.#root,
        K: kids.map((kid) => ('page' in kid ? context.obj({ Type: 'MCR', Pg: kid.page.ref, MCID: kid.mark }) : kid)),
      });
      if (Object.keys(attributes).length > 0) element.set(PDFName.of('A'), context.obj({ O: 'Table', ...attributes }));
      if (alt !== null) element.set(PDFName.of('Alt'), PDFHexString.fromText(alt));
      context.assign(ref, element);
    }
    const pages = [...this.#marks];
    for (const [index, [page]] of pages.entries()) {
      page.node.set(PDFName.of('StructParents'), PDFNumber.of(index));
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    }
    const parents = pages.flatMap(([, marks], index) => [index, marks.map(({ ref }) => ref)]);
    context.assign(
      this.#root,
      context.obj({
        Type: 'StructTreeRoot',
        K: [this.#document.ref],
        ParentTree: context.register(context.obj({ Nums: parents })),
        ParentTreeNextKey: pages.length,
      }),
    );
    catalog.set(PDFName.of('StructTreeRoot'), this.#root);
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  }

  #element(tag: Tag, parent: Element | null, attributes: CellAttributes): Element {
    const element = { ref: this.#file.context.nextRef(), tag, parent, kids: [], attributes, alt: null };
    this.#elements.push(element);
    return element;
  }
}
