// Only the look of pages that the server writes whole: errors, and the choice of an office.
import "@shared/base.css";
import "@shared/plain.css";
