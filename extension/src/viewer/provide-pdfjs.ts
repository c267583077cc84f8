import * as pdfjs from 'pdfjs-dist';

/** pdf.js' viewer components look for the library here, and must be loaded after this module. */
Object.assign(globalThis, { pdfjsLib: pdfjs });
