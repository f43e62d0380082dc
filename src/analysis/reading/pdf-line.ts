/**
 * One printed line, or one row of a table with its cells. Positions in points from the lower left corner of the page.
 * `column` numbers the columns and tables of a page in reading order, `edge` is the right border of its column.
 */
export type PdfLine = {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  column: number;
  edge: number;
  cells?: string[];
};
