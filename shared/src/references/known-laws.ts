import type { DocumentIdentifier } from '../dossier/index.ts';

/** A law, treaty or act of the Union that others cite. */
export interface Law {
  /** As lawyers shorten it; the name that canonical references carry. */
  readonly name: string;
  /** Every way in which it is named, `name` included. */
  readonly names: readonly string[];
  /** Absent where it is not known for certain. */
  readonly identifier?: DocumentIdentifier;
}

type Names = readonly [string, ...string[]];

function named(...names: Names): Law {
  return { name: names[0], names };
}

function national(bwb: string, ...names: Names): Law {
  return { ...named(...names), identifier: { scheme: 'bwb', value: bwb } };
}

function european(celex: string, ...names: Names): Law {
  return { ...named(...names), identifier: { scheme: 'celex', value: celex } };
}

/**
 * Laws that papers about procedures cite by a name, with their identifier where that is certain. Identifiers of
 * national law and of treaties from wetten.overheid.nl, of acts of the Union by the rule that CELEX numbers follow.
 * A name of one law is never also that of another.
 */
export const knownLaws: readonly Law[] = [
  national('BWBR0011823', 'Vw 2000', 'Vw', 'Vw2000', 'Vreemdelingenwet 2000', 'Vreemdelingenwet'),
  national('BWBR0011825', 'Vb 2000', 'Vb', 'Vb2000', 'Vreemdelingenbesluit 2000', 'Vreemdelingenbesluit'),
  national('BWBR0012002', 'VV 2000', 'VV', 'VV2000', 'Voorschrift Vreemdelingen 2000'),
  national('BWBR0005537', 'Awb', 'Algemene wet bestuursrecht'),
  national('BWBR0001840', 'Gw', 'Grondwet'),
  national(
    'BWBR0006685',
    'Wet COA',
    'Wet Centraal Orgaan opvang asielzoekers',
    'Wet Centraal Orgaan opvang Asielzoekers',
  ),
  national('BWBR0006368', 'Wrb', 'Wet op de rechtsbijstand'),
  national('BWBR0003738', 'RWN', 'Rijkswet op het Nederlanderschap'),
  national('BWBR0007149', 'Wav', 'Wet arbeid vreemdelingen'),
  national('BWBR0044770', 'Wi 2021', 'Wet inburgering 2021'),
  national('BWBR0035303', 'Huisvestingswet 2014'),
  national('BWBR0015703', 'Participatiewet'),
  national('BWBR0034925', 'Jeugdwet'),
  national('BWBR0035362', 'Wmo 2015', 'Wet maatschappelijke ondersteuning 2015'),
  national('BWBR0018450', 'Zvw', 'Zorgverzekeringswet'),
  national('BWBR0033715', 'Wet BRP', 'Wet basisregistratie personen'),
  national('BWBR0005416', 'Gemeentewet'),
  national('BWBR0045754', 'Woo', 'Wet open overheid'),
  national('BWBR0005252', 'Wob', 'Wet openbaarheid van bestuur'),
  national(
    'BWBR0040940',
    'UAVG',
    'Uitvoeringswet AVG',
    'Uitvoeringswet Algemene verordening gegevensbescherming',
  ),
  national('BWBR0001854', 'Sr', 'Wetboek van Strafrecht', 'WvSr'),
  national('BWBR0001903', 'Sv', 'Wetboek van Strafvordering', 'WvSv'),
  national('BWBR0001827', 'Rv', 'Wetboek van Burgerlijke Rechtsvordering'),
  national('BWBR0001830', 'Wet RO', 'Wet op de rechterlijke organisatie'),
  national('BWBR0002448', 'Algemene termijnenwet'),
  national('BWBR0006358', 'Bpb', 'Besluit proceskosten bestuursrecht'),
  named('Wet dwangsom en beroep bij niet tijdig beslissen'),
  named('Wet RvS', 'Wet op de Raad van State'),
  national('BWBR0006502', 'AWGB', 'Algemene wet gelijke behandeling'),
  // Each of its books is a regulation of its own.
  named('BW', 'Burgerlijk Wetboek'),
  named('Spreidingswet', 'Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen'),
  named('Rva 2005', 'Rva', 'Regeling verstrekkingen asielzoekers en andere categorieën vreemdelingen 2005'),
  named('Asielnoodmaatregelenwet'),
  named('Wet invoering tweestatusstelsel'),
  named('Statuut voor het Koninkrijk der Nederlanden'),
  national(
    'BWBV0001000',
    'EVRM',
    'Europees Verdrag voor de Rechten van de Mens',
    'Europees Verdrag tot bescherming van de rechten van de mens en de fundamentele vrijheden',
    'Europees Verdrag tot bescherming van de rechten van de mens',
    'Verdrag tot bescherming van de rechten van de mens en de fundamentele vrijheden',
  ),
  national(
    'BWBV0001002',
    'Vluchtelingenverdrag',
    'Verdrag betreffende de status van vluchtelingen',
    'VN-Vluchtelingenverdrag',
  ),
  national(
    'BWBV0002508',
    'IVRK',
    'Internationaal Verdrag inzake de Rechten van het Kind',
    'VN-Verdrag inzake de Rechten van het Kind',
    'Verdrag inzake de rechten van het kind',
    'Kinderrechtenverdrag',
    'VN-Kinderrechtenverdrag',
  ),
  national(
    'BWBV0001017',
    'IVBPR',
    'BUPO',
    'Internationaal Verdrag inzake burgerrechten en politieke rechten',
  ),
  national(
    'BWBV0001016',
    'IVESCR',
    'Internationaal Verdrag inzake economische, sociale en culturele rechten',
  ),
  european('32013L0032', 'Procedurerichtlijn', 'Asielprocedurerichtlijn', 'Pri'),
  european('32013L0033', 'Opvangrichtlijn'),
  european('32011L0095', 'Kwalificatierichtlijn', 'Definitierichtlijn', 'Kri'),
  european(
    '32013R0604',
    'Dublinverordening',
    'Dublin-verordening',
    'Dublin III-verordening',
    'Dublin-III-verordening',
    'Dublin III verordening',
    'Dublin III',
  ),
  european('32008L0115', 'Terugkeerrichtlijn'),
  european('32003L0086', 'Gezinsherenigingsrichtlijn'),
  european('32001L0055', 'Richtlijn tijdelijke bescherming'),
  european('32004L0038', 'Verblijfsrichtlijn', 'Burgerschapsrichtlijn'),
  european('32016R0399', 'Schengengrenscode'),
  european('32009R0810', 'Visumcode'),
  european(
    '12012P/TXT',
    'Handvest',
    'EU-Handvest',
    'EU Handvest',
    'Hv',
    'Handvest van de grondrechten van de Europese Unie',
    'Handvest van de grondrechten van de EU',
    'Handvest van de grondrechten',
    'Handvest van Grondrechten van de Europese Unie',
    'Handvest van de EU',
  ),
  european('12012E/TXT', 'VWEU', 'Verdrag betreffende de werking van de Europese Unie'),
  european('12012M/TXT', 'VEU', 'Verdrag betreffende de Europese Unie'),
  european('32024R1348', 'Procedureverordening', 'Asielprocedureverordening'),
  european('32024R1351', 'AMMR', 'Asiel- en migratiebeheerverordening', 'AMMV'),
  european('32024R1347', 'Kwalificatieverordening'),
  european('32024L1346', 'herziene Opvangrichtlijn'),
  european('32024R1356', 'Screeningsverordening'),
  european('32024R1359', 'Crisisverordening'),
  european('32024R1349', 'Terugkeergrensprocedureverordening'),
  european('32016R0679', 'AVG', 'Algemene verordening gegevensbescherming'),
];
