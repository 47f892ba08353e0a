/** A scenario as it was chosen: names, joined by commas. */
export interface ChosenScenario {
  text: string;
}
