import { defineCatalogue } from './catalogue.ts';

/**
 * The words for every value of the domain's vocabularies, under `vocabulary.value`.
 *
 * Words that stand inside a sentence or on a chip are in lower case; source types, which
 * open a line, have a capital. The Dutch is what a policy lawyer would write, which is why
 * the role `curator` is not translated literally: to a Dutch lawyer that is a trustee in bankruptcy.
 */
export const domainMessages = defineCatalogue(
  {
    'measure.abolished': 'afgeschaft',
    'measure.restricted': 'beperkt',
    'measure.not-observed': 'niet nageleefd',
    'measure.absent': 'ontbreekt',
    'measure.kept': 'gehandhaafd',
    'measure.strengthened': 'versterkt',
    'measure.introduced': 'ingevoerd',
    'measure.moved': 'verplaatst',

    'stage.proposed': 'voorgesteld',
    'stage.adopted': 'aangenomen',
    'stage.in-force': 'in werking',

    'direction.favourable': 'gunstig',
    'direction.unfavourable': 'ongunstig',
    'direction.neutral': 'geen gevolg',
    'direction.unclear': 'onduidelijk',

    'basis.norm': 'norm',
    'basis.figure': 'cijfer',
    'basis.finding': 'vaststelling',
    'basis.expectation': 'verwachting',
    'basis.description': 'beschrijving',
    'basis.position': 'opvatting',

    'status.draft': 'concept',
    'status.accepted': 'geaccepteerd',
    'status.rejected': 'teruggestuurd',

    'gone.false': 'niet vervallen',
    'gone.true': 'vervallen',

    'stance.helps': 'helpt',
    'stance.hurts': 'schaadt',
    'stance.noEffect': 'geen gevolg',
    'stance.none': 'geen standpunt',

    'sourceType.parliamentary-paper': 'Kamerstuk',
    'sourceType.legislative-advice': 'Wetgevingsadvies',
    'sourceType.inspection-letter': 'Inspectiebrief',
    'sourceType.court-ruling': 'Rechterlijke uitspraak',
    'sourceType.implementation-report': 'Uitvoeringsrapport',
    'sourceType.position-paper': 'Position paper',
    'sourceType.legislation': 'Wet- en regelgeving',
    'sourceType.press': 'Pers',
    'sourceType.other': 'Overig',

    'scheme.ecli': 'ECLI',
    'scheme.official-publication': 'officiële publicatie',
    'scheme.bwb': 'BWB-nummer',
    'scheme.celex': 'CELEX-nummer',
    'scheme.tweede-kamer': 'Documentnummer Tweede Kamer',
    'scheme.sha256': 'SHA-256 van de pdf',
    'scheme.text-sha256': 'SHA-256 van de tekst',
    'scheme.pdf-id': 'bestandskenmerk van de pdf',

    'speakerKind.government': 'regering',
    'speakerKind.executive': 'uitvoeringsorganisatie',
    'speakerKind.parliament': 'parlement',
    'speakerKind.court': 'rechter',
    'speakerKind.advisory': 'adviesorgaan',
    'speakerKind.inspectorate': 'toezichthouder',
    'speakerKind.ombuds': 'ombudsman',
    'speakerKind.ngo': 'maatschappelijke organisatie',
    'speakerKind.lawyer': 'advocatuur',
    'speakerKind.academic': 'wetenschap',
    'speakerKind.press': 'pers',
    'speakerKind.applicant': 'aanvrager',
    'speakerKind.other': 'overig',

    'link.supports': 'ondersteunt',
    'link.contradicts': 'weerspreekt',
    'link.follows-up': 'volgt op',
    'link.repeats': 'herhaalt',

    'linkedBy.supports': 'wordt ondersteund door',
    'linkedBy.contradicts': 'wordt weersproken door',
    'linkedBy.follows-up': 'krijgt vervolg in',
    'linkedBy.repeats': 'wordt herhaald door',

    'role.reader': 'lezer',
    'role.reviewer': 'codeur',
    'role.curator': 'redacteur',
    'role.owner': 'eigenaar',

    'state.exact': 'exact',
    'state.moved': 'elders in de tekst',
    'state.changed': 'tekst gewijzigd',
    'state.typed': 'overgetypt',
    'state.orphan': 'niet gevonden',
  },
  {
    'measure.abolished': 'abolished',
    'measure.restricted': 'restricted',
    'measure.not-observed': 'not observed',
    'measure.absent': 'absent',
    'measure.kept': 'kept',
    'measure.strengthened': 'strengthened',
    'measure.introduced': 'introduced',
    'measure.moved': 'moved',

    'stage.proposed': 'proposed',
    'stage.adopted': 'adopted',
    'stage.in-force': 'in force',

    'direction.favourable': 'favourable',
    'direction.unfavourable': 'unfavourable',
    'direction.neutral': 'no effect',
    'direction.unclear': 'unclear',

    'basis.norm': 'norm',
    'basis.figure': 'figure',
    'basis.finding': 'finding',
    'basis.expectation': 'expectation',
    'basis.description': 'description',
    'basis.position': 'position',

    'status.draft': 'draft',
    'status.accepted': 'accepted',
    'status.rejected': 'sent back',

    'gone.false': 'not gone',
    'gone.true': 'gone',

    'stance.helps': 'helps',
    'stance.hurts': 'hurts',
    'stance.noEffect': 'no effect',
    'stance.none': 'no stance',

    'sourceType.parliamentary-paper': 'Parliamentary paper',
    'sourceType.legislative-advice': 'Legislative advice',
    'sourceType.inspection-letter': 'Inspection letter',
    'sourceType.court-ruling': 'Court ruling',
    'sourceType.implementation-report': 'Implementation report',
    'sourceType.position-paper': 'Position paper',
    'sourceType.legislation': 'Legislation',
    'sourceType.press': 'Press',
    'sourceType.other': 'Other',

    'scheme.ecli': 'ECLI',
    'scheme.official-publication': 'official publication',
    'scheme.bwb': 'BWB number',
    'scheme.celex': 'CELEX number',
    'scheme.tweede-kamer': 'Tweede Kamer document number',
    'scheme.sha256': 'SHA-256 of the PDF',
    'scheme.text-sha256': 'SHA-256 of the text',
    'scheme.pdf-id': 'file identifier of the PDF',

    'speakerKind.government': 'government',
    'speakerKind.executive': 'executive agency',
    'speakerKind.parliament': 'parliament',
    'speakerKind.court': 'court',
    'speakerKind.advisory': 'advisory body',
    'speakerKind.inspectorate': 'inspectorate',
    'speakerKind.ombuds': 'ombudsman',
    'speakerKind.ngo': 'civil society organisation',
    'speakerKind.lawyer': 'legal profession',
    'speakerKind.academic': 'academia',
    'speakerKind.press': 'press',
    'speakerKind.applicant': 'applicant',
    'speakerKind.other': 'other',

    'link.supports': 'supports',
    'link.contradicts': 'contradicts',
    'link.follows-up': 'follows up',
    'link.repeats': 'repeats',

    'linkedBy.supports': 'is supported by',
    'linkedBy.contradicts': 'is contradicted by',
    'linkedBy.follows-up': 'is followed up by',
    'linkedBy.repeats': 'is repeated by',

    'role.reader': 'reader',
    'role.reviewer': 'reviewer',
    'role.curator': 'curator',
    'role.owner': 'owner',

    'state.exact': 'exact',
    'state.moved': 'elsewhere in the text',
    'state.changed': 'text changed',
    'state.typed': 'typed out',
    'state.orphan': 'not found',
  },
);
