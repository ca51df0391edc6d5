// In which order an office does things with its visitors (its profile says so).
import { page } from "./page.js";

const { order } = page.office ?? {};
export const isNumbered = order !== "no_number"; // else a visitor has a place in line, and is called without a number
export const isBookFirst = order !== "number_first";
