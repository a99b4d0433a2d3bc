import { Lexer } from "./lexer.ts";
import { isDict, type PdfDict } from "./objects.ts";

/** The identifier of all files below. */
export const fileId = Buffer.from("00112233445566778899aabbccddeeff", "hex");

const aes = (method: string, length: number): string =>
  `/CF<</StdCF<</AuthEvent/DocOpen/CFM/${method}/Length ${length}>>>>/StmF/StdCF/StrF/StdCF`;
const same = "0122456a91bae5134273a6db134c87c4";

export type Lock = Readonly<{
  name: string;
  /** The encryption dictionary. */
  entries: string;
  /** The file's key in hexadecimal. */
  key: string;
  user: string;
  owner: string;
}>;

/** Encryption dictionaries that qpdf 11.3 wrote, with the key that its `--show-encryption-key` prints for each. */
export const locks: readonly Lock[] = [
  {
    name: "RC4, 40 bits",
    entries:
      "/V 1/R 2/Length 40/P -4/O<93fe0d5254ab4c9644693f33c07cb54f587dce1e2682fe9ecea6107a1ef630dd>/U<957f0931bc330bb01345f392f2d0fa815eb4eeff85ca0de90cb5f460e26ee612>",
    key: "42c397b750",
    user: "reader",
    owner: "owner",
  },
  {
    name: "RC4, 128 bits",
    entries: `/V 2/R 3/Length 128/P -4/O<0cb58749c5346569e765906caf64e4429a4c20d6e996fdef963e9b5080f9e083>/U<b74af66ba57cf173c89c7e9a325a7590${same}>`,
    key: "1d73eb80a5f9f930338997b47df97307",
    user: "reader",
    owner: "owner",
  },
  {
    name: "AES-128 that leaves metadata open",
    entries: `/V 4/R 4/Length 128/P -4/EncryptMetadata false${aes("AESV2", 16)}/O<0cb58749c5346569e765906caf64e4429a4c20d6e996fdef963e9b5080f9e083>/U<c4209166b42d563690a81985daecc903${same}>`,
    key: "361e06392fbd3967408d8d40ea8c57ba",
    user: "reader",
    owner: "owner",
  },
  {
    name: "AES-128 with passwords of more than 32 bytes",
    entries: `/V 4/R 4/Length 128/P -4${aes("AESV2", 16)}/O<2e85cbcf6146e175d312183442f518b1bf8a7e69a95d8d3a8178b6579ebaf8d4>/U<d6e875dee95ee2c5d8cef6df8693dd8e${same}>`,
    key: "1e25d5aac4f73cfde68de879e5f6a245",
    user: "a".repeat(40),
    owner: `b${"a".repeat(40)}`,
  },
  {
    name: "AES-128 that anyone may read and only its owner change",
    entries: `/V 4/R 4/Length 128/P -1324${aes("AESV2", 16)}/O<566fa873ee33c797cd3b904fdadf814afa34df9a38f6ed41b984e2c6da2aa6f5>/U<f1005b4212092b35fa091ab839b9167d${same}>`,
    key: "1566782016bf08def6ee4d7e865c369b",
    user: "",
    owner: "owner",
  },
  {
    name: "AES-256 of revision 5",
    entries: `/V 5/R 5/Length 256/P -4${aes("AESV3", 32)}/O<770349f31649c884a8d296cc103d4c379e7e8a953ef68377cd5db7ba7afd8db4b0b5b8ed2b2705c41e83ec17821f3612>/OE<d0cecc412ee6068d51a32ab843a2508e01cec73ac596c374899ec08189870879>/U<e53cff1e4ebb62a8ed8924012f15a4fb69553a57074e635d5c3015ff496371085dd4915108274b3183bafc090e6a9bdc>/UE<a8726b9f5c117a4ea4ac294ef4650aa95e9d59c44a3a1eb8f243b58b4236b1b6>/Perms<e9b7a2cb8fc39d5f2b13f51d0916b7a0>`,
    key: "b679707985c457fd9d2b21f616a8ef67d8a332db004a779f99b23076a4b34324",
    user: "reader",
    owner: "owner",
  },
  {
    name: "AES-256 of revision 6",
    entries: `/V 5/R 6/Length 256/P -4${aes("AESV3", 32)}/O<9a461f2f59319815dac62cd64c6fec12057f67d56c81dab0375229dca143e98f11b9aadcddd400b2a5ba3c262093f0c5>/OE<0f073ee96362564a38c3cbc31476381a508968052b8ce8fa5f3108eb7b898952>/U<42b10c59a37bc9b1d4108f4c3663b0446a19c808926a97a95d0e74cca030dd3567437cf304dd12ad2e7f0460171281fd>/UE<4eb558ee6c0aa1fb13efafa0cd8d86c7294d411759bc1642b4883e4e13a4e9aa>/Perms<f62831615e2da758631ee5837bf585e8>`,
    key: "c8e23789457c9772d701f021872100d703ba97621d5aa699ac11ad82775dd26e",
    user: "reader",
    owner: "owner",
  },
  {
    name: "RC4 with a password in PDFDocEncoding",
    entries: `/V 2/R 3/Length 128/P -4/O<de55ce92ee1803a3237aba196b737fb8d512f102e82803a9a80864341787abdc>/U<3fea49c63aedc71211a728ce8712302f${same}>`,
    key: "327d80415f3532a09b89f788e061c96c",
    user: "€–",
    owner: "owner",
  },
  {
    name: "RC4 with passwords in Latin-1",
    entries:
      "/V 1/R 2/Length 40/P -4/O<08b3d3786f9711a34b5371081cc22b4e1e051fe4915ab88e4e3fccbbde124cb8>/U<9d555d5462809fe1fbb6814b57f6ea35c385f05e0999ea285f0bcefc2d2bb7d6>",
    key: "cef7548c2c",
    user: "é",
    owner: "owner",
  },
  {
    name: "RC4 with passwords in UTF-8",
    entries: `/V 2/R 3/Length 128/P -4/O<2f65acd42ff06e7902ff968cf47bdb536f2509ea77445809715972f6f8f4038f>/U<58ee421797f0e043cdf18c66cd47cac8${same}>`,
    key: "582fa30c98b57d505177b157b0c8dbaa",
    user: "é€",
    owner: "ö",
  },
  {
    name: "AES-256 with a password as it is typed",
    entries: `/V 5/R 6/Length 256/P -4${aes("AESV3", 32)}/O<69c7bcf6a48bf4b1908f3b4b280a488386ce1dc816beef3dbbbe1ad5283c9b6253159be347df359064bfdc25c5b96ef2>/OE<a89c64b80a4f0eb8311fee0c9499946094c6de289b0382fba762dd5a9b3d65cb>/U<ddcc25fd5329208bd72cefd49ddbb09a9d84c76203b7248e08c7f6eae73fe6c61c9ab73f9acb7646616dadcd9d8df8d0>/UE<e4c2b84e19c808f85cbeb368ecb4a1eb314cb4221b3e58e21b1ca814bb3768ba>/Perms<9720d511f47dbea8f0cee6a7db8a62ff>`,
    key: "807bf92e3d98ebb57606729ca0c86fd9aab7a0627c12de32baadb673ce3cabed",
    user: "Ⅳ§é",
    owner: "owner",
  },
  {
    name: "AES-256 with passwords prepared from what is typed",
    entries: `/V 5/R 6/Length 256/P -4${aes("AESV3", 32)}/O<3b4edc4b787b42cc9e659d8a1a16f092be5260e0b08ab90a6cc9a0b06e5319d99d50932072f4a3698f21f557d0475c13>/OE<e8523af85984bd4c1ca876f421aac58e9eb78cd27d45617ad8c22fbdc568c28f>/U<f23eb5bb902b676ae2821c8f81b854974c704e19673fad6243a3258f14c0eb32e59f6380e859d2305a589fb73e431629>/UE<b80cbe33f85fe5585333050ee59dc81fe08a1f4ad61468a1e91432d612f54c44>/Perms<1c91124cfdaed553ea7685984eda5bc3>`,
    key: "b8d373fbdabe1527eda421d1689056ac76d64be6e8c01aa921668546b6ac70ca",
    user: "\u00adⅣ",
    owner: "own\u00a0er",
  },
];

/** A dictionary from its entries as a file has them. */
export function entriesOf(text: string): PdfDict {
  const read = new Lexer(Buffer.from(`<<${text}>>`, "latin1"), 0).object();
  if (!isDict(read)) throw new Error("these are no entries of a dictionary");
  return read;
}
