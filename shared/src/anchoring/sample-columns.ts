/** What stands in two columns beside each other, for tests. */
export const LEFT =
  'De minister beslist binnen zes maanden op een aanvraag om een verblijfsvergunning. Die termijn kan hij eenmaal ' +
  'verlengen, als het onderzoek naar het relaas van de vreemdeling dat nodig maakt. Van die verlenging doet hij ' +
  'schriftelijk mededeling, met de reden waarom meer tijd nodig is dan de wet hem laat.';
export const RIGHT =
  'Wie in bewaring zit, heeft recht op bijstand door een raadsman. Het gehoor vindt plaats in een taal die hij ' +
  'voldoende beheerst, zo nodig met een tolk. Een verslag daarvan krijgt hij binnen twee dagen, zodat hij er nog op ' +
  'kan reageren voordat de rechter over de maatregel oordeelt en over een schadevergoeding.';
